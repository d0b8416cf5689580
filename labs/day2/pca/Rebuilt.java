package day2.pca;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import dev.kindling.reference.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows and what some components tell of them, in plain Java: as it should be, and as known mistakes
 * have it.
 *
 * @param components what the model learned
 * @param rows the rows to rebuild
 */
record Rebuilt(Components components, Table rows) {

  /** In units: at most 100,000 and computed in doubles. */
  private static final double ROUNDING = 1e-6;

  void judge(Dataset<Row> rebuilt) {
    expect(rebuilt)
        .as("the rebuilt frame")
        .toContainColumns(rows.columns().toArray(String[]::new))
        .toContainColumns("reconstructed", "error");
    Dataset<Row> shown =
        compute(
            "the reconstruction",
            () ->
                rebuilt.select(
                    col("id"),
                    vector_to_array(col("reconstructed"), "float64").as("reconstructed"),
                    col("error")));
    List<List<Double>> units = inUnits(scaledBack());
    expect(shown)
        .as("the reconstruction")
        .within(ROUNDING)
        .toHaveRows(table(units, errors()))
        .diagnose(
            "still-scaled",
            frame -> hasRebuilt(frame, scaledBack()),
            "`reconstructed` is still scaled: numbers around zero, where the columns have units. The scaler divided by `std` and subtracted `mean`; undo both, in the other order.")
        .diagnose(
            "mean-forgotten",
            frame -> hasRebuilt(frame, times(scaledBack())),
            "The mean is missing in `reconstructed`: the numbers have the right size, but they lie around zero. The scaler subtracted the mean first, so it is added last.")
        .diagnose(
            "std-forgotten",
            frame -> hasRebuilt(frame, plus(scaledBack())),
            "The mean was added, but the numbers were not multiplied by the standard deviation: every row is rebuilt as a row near the mean.")
        .diagnose(
            "wrong-way-back",
            frame -> hasRebuilt(frame, times(plus(scaledBack()))),
            "The mean was added before the numbers were multiplied by the standard deviation. The scaler subtracted first and divided then; the way back is the other way round: multiply, then add.")
        .diagnose(
            "nothing-lost",
            frame -> hasRebuilt(frame, HandMade.numbers(rows, components.of().columns())),
            "`reconstructed` is the row itself: it was not rebuilt from its components, so nothing got lost. Begin with the vector `pca`.")
        .diagnose(
            "fit-on-df",
            frame -> hasRebuilt(frame, learnedHere()),
            "A new model was learned from `df`, so rows are rebuilt from components of their own. The model that is handed over has learned from train: read `mean`, `std` and `pc` from its stages.")
        .diagnose(
            "error-in-units",
            frame -> hasErrors(frame, errorsInUnits()),
            "The rows are right, but `error` compares them in their units: the column with the largest numbers decides alone. Compare them scaled.")
        .diagnose(
            "error-summed",
            frame -> hasErrors(frame, scaledErrors(errors(), size())),
            "The rows are right, but `error` is a sum over the columns. Divide it by their number, so that frames with more columns do not look worse.")
        .diagnose(
            "error-is-distance",
            frame ->
                hasErrors(frame, errors().stream().map(Math::sqrt).toList())
                    || hasErrors(frame, errors().stream().map(e -> Math.sqrt(e * size())).toList()),
            "The rows are right, but a square root was taken. `error` is the mean of the squared differences, as it is.");
  }

  private int size() {
    return components.of().columns().size();
  }

  private List<List<Double>> scaledBack() {
    return components.back(components.project(components.scaled(rows)));
  }

  private List<List<Double>> times(List<List<Double>> scaled) {
    return Components.each(scaled, (value, i) -> value * components.of().sds().get(i));
  }

  private List<List<Double>> plus(List<List<Double>> values) {
    return Components.each(values, (value, i) -> value + components.of().means().get(i));
  }

  private List<List<Double>> inUnits(List<List<Double>> scaled) {
    return plus(times(scaled));
  }

  private List<Double> errors() {
    return meanSquares(components.scaled(rows), scaledBack());
  }

  private List<Double> errorsInUnits() {
    return meanSquares(HandMade.numbers(rows, components.of().columns()), inUnits(scaledBack()));
  }

  private List<List<Double>> learnedHere() {
    Rebuilt own =
        new Rebuilt(
            new Components(
                PrincipalComponents.scaled(rows, components.of().columns()), components.k()),
            rows);
    return own.inUnits(own.scaledBack());
  }

  private static List<Double> scaledErrors(List<Double> errors, int factor) {
    return errors.stream().map(error -> error * factor).toList();
  }

  private static List<Double> meanSquares(List<List<Double>> one, List<List<Double>> other) {
    List<Double> means = new ArrayList<>();
    for (int row = 0; row < one.size(); row++) {
      double squares = 0;
      for (int i = 0; i < one.get(row).size(); i++) {
        double off = one.get(row).get(i) - other.get(row).get(i);
        squares += off * off;
      }
      means.add(squares / one.get(row).size());
    }
    return means;
  }

  private Table table(List<List<Double>> rebuilt, List<Double> errors) {
    List<Object> ids = rows.column("id");
    return new Table(
        List.of("id", "reconstructed", "error"),
        IntStream.range(0, ids.size())
            .mapToObj(row -> List.of(ids.get(row), rebuilt.get(row), errors.get(row)))
            .toList());
  }

  /** Whether a frame has these rebuilt rows, whatever their errors. */
  private boolean hasRebuilt(Dataset<Row> frame, List<List<Double>> rebuilt) {
    return frame.collectAsList().stream()
        .allMatch(row -> near(row.getList(1), rebuilt.get(place(row))));
  }

  /** Whether a frame has the right rows with these errors. */
  private boolean hasErrors(Dataset<Row> frame, List<Double> errors) {
    List<List<Double>> rebuilt = inUnits(scaledBack());
    return frame.collectAsList().stream()
        .allMatch(
            row ->
                near(row.getList(1), rebuilt.get(place(row)))
                    && near(List.of(row.getDouble(2)), List.of(errors.get(place(row)))));
  }

  private int place(Row row) {
    return rows.column("id").indexOf(row.get(0));
  }

  private static boolean near(List<Double> one, List<Double> other) {
    return IntStream.range(0, other.size())
        .allMatch(
            i ->
                Math.abs(one.get(i) - other.get(i))
                    <= ROUNDING * Math.max(1, Math.abs(other.get(i))));
  }
}
