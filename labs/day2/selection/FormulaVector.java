package day2.selection;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the numbers of a formula's vector are, and what known mistakes make of them.
 *
 * @param train the rows to learn from
 * @param test the rows that lay beside them
 * @param numbers the chosen numbers, in order
 * @param categories the chosen categories, in order
 */
record FormulaVector(Table train, Table test, List<String> numbers, List<String> categories) {

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "unseen-level",
              error -> error.says("Unseen label"),
              "A row has a level that train has not, and the pipeline stops: handleInvalid is \"error\" unless told otherwise. A model in use will meet such rows. With setHandleInvalid(\"keep\") the row stays, and all switches of the category are 0.");

  /**
   * Judges what a pipeline makes of rows.
   *
   * @param answer fits the pipeline
   * @param df some rows with an id
   * @param rows the same in plain Java
   * @return the fitted pipeline
   */
  PipelineModel judge(Supplier<PipelineModel> answer, Dataset<Row> df, Table rows) {
    List<PipelineModel> judged = new ArrayList<>();
    ERRORS.during(
        () -> {
          PipelineModel model = answer.get();
          List<String> others =
              rows.columns().stream().filter(column -> !numbers.contains(column)).toList();
          List<String> inOrder = Stream.concat(numbers.stream(), others.stream()).toList();
          judge(
              VectorNames.ofColumns(rows, inOrder)
                  .withSwitches(categories)
                  .of(model, df, "features"));
          judged.add(model);
        });
    return judged.get(0);
  }

  private void judge(List<String> features) {
    List<String> expected = expected(train);
    expect(features)
        .as("`features`")
        .toHaveElementsInOrder(expected)
        .diagnose(
            "dot-takes-all",
            names -> names.stream().anyMatch(this::isNobodys),
            names ->
                "Among the features is `%s`, which nobody asked for: the dot in a formula stands for all other columns, ids and other labels among them. Name the columns that were chosen, with a + between."
                    .formatted(names.stream().filter(this::isNobodys).findFirst().orElseThrow()))
        .diagnose(
            "category-as-number",
            names -> names.stream().anyMatch(categories::contains),
            names ->
                "`%s` is in the vector as a number. To `RFormula`, only text is a category; an int it takes for a measurement, so level 2 counts twice as much as level 1. Cast the category to a string under a new name before the formula."
                    .formatted(
                        names.stream().filter(categories::contains).findFirst().orElseThrow()))
        .diagnose(
            "fit-on-all-rows",
            expected(Cells.union(train, test)),
            "The levels are those of train and test together, or in the order in which they are frequent there. Fit on train only; a level that comes later leaves all switches at 0.")
        .diagnose(
            "another-order",
            names ->
                names.size() == expected.size()
                    && new HashSet<>(names).equals(new HashSet<>(expected)),
            "All the features are there, but in another order. First come the numbers as they are given, then the categories as they are given, of each the most frequent level of train first.")
        .diagnose(
            "level-dropped",
            names -> expected.containsAll(names) && names.containsAll(numbers),
            "The rarest level of a category has no switch of its own: the encoder drops the last one unless a place is kept for unknown levels. Then a row with the rarest level and one with an unknown level look the same. setHandleInvalid(\"keep\").");
  }

  /** The names of the features that should come out. */
  private List<String> expected(Table learned) {
    List<String> names = new ArrayList<>(numbers);
    for (String category : categories) {
      Comparator<Map.Entry<Object, Long>> frequentFirst = Map.Entry.comparingByValue();
      learned.values(category).counts().entrySet().stream()
          .sorted(frequentFirst.reversed().thenComparing(level -> String.valueOf(level.getKey())))
          .forEach(level -> names.add(VectorNames.ofSwitch(category, level.getKey())));
    }
    return names;
  }

  private boolean isSwitch(String name) {
    return categories.stream().anyMatch(category -> name.startsWith(category + " = "));
  }

  private boolean isNobodys(String name) {
    return !name.equals(VectorNames.OTHER)
        && !isSwitch(name)
        && !numbers.contains(name)
        && !categories.contains(name);
  }
}
