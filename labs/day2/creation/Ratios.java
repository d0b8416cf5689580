package day2.creation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ratios in plain Java: as they should be, and as known mistakes have them.
 *
 * @param df the rows
 * @param ratios the ratios that were proposed
 * @param label what is to be predicted; {@code df} need not have it
 */
record Ratios(Rows df, List<Ratio> ratios, String label) {

  private static final String ZERO =
      "Where a ratio cannot be computed there is a 0.0 now. A studio for two would have 0 guests per bedroom, fewer than any other home. Not known is null; what to fill in is decided later, with an `Imputer`.";
  private static final String SHIFTED =
      "The zeros are gone because the denominator was changed, by adding 1 or by raising it to 1. With that, other rows get a wrong ratio or a studio gets the ratio of a home with one bedroom. Use `try_divide`, which leaves such rows null.";

  /** Judges a stage on a frame that holds {@code df}. */
  void judge(Supplier<SQLTransformer> making, Dataset<Row> frame) {
    errors()
        .during(
            () -> {
              SQLTransformer stage = making.get();
              expect(compute("the statement", stage::getStatement))
                  .as("the statement of the stage")
                  .toSatisfy("it reads FROM __THIS__", text -> text.contains("__THIS__"))
                  .diagnose(
                      "named-view",
                      text -> true,
                      "The statement reads a view by its name. Such a view exists in your session only, and only for one frame. `__THIS__` stands for whatever frame the stage is given: train now, a new listing next year.");
              judge(compute("the frame with the ratios", () -> stage.transform(frame)));
            });
  }

  private void judge(Dataset<Row> divided) {
    List<String> columns = df.columns();
    expect(divided)
        .as("the frame with the ratios")
        .toContainColumns(columns.toArray(String[]::new))
        .diagnose(
            "columns-lost",
            result -> true,
            "Columns of the frame are gone. A stage in a pipeline passes on what it is given, and the stages after it need the other columns: begin with `SELECT *`.")
        .toContainColumns(names(allowed()))
        .diagnose(
            "name-looks-like-label",
            result -> lacksOnlyLookalikes(result),
            "A ratio is missing whose column only has the label's name in its own. Compare whole names, with `equals`.")
        .toHaveColumns(
            Stream.concat(columns.stream(), Arrays.stream(names(allowed()))).toArray(String[]::new))
        .diagnose(
            "feature-from-label",
            result -> Stream.of(names(fromLabel())).anyMatch(List.of(result.columns())::contains),
            result ->
                FROM_LABEL.formatted(
                    Stream.of(names(fromLabel()))
                        .filter(List.of(result.columns())::contains)
                        .collect(Collectors.joining("`, `")),
                    label))
        .toHaveRowCount(df.size())
        .diagnose(
            "rows-dropped",
            result -> result.count() < df.size(),
            result ->
                "%d of %d rows are gone. A filter in a stage also filters what is to be predicted: nobody would tell these hosts a price. Keep the row and let the ratio be null."
                    .formatted(df.size() - result.count(), df.size()))
        .toHaveRows(right())
        .diagnose("denominator-shifted", () -> divide((a, b) -> quotient(a, plusOne(b))), SHIFTED)
        .diagnose(
            "denominator-shifted", () -> divide((a, b) -> quotient(a, atLeastOne(b))), SHIFTED)
        .diagnose("zero-for-unknown", () -> divide((a, b) -> orZero(quotient(a, b))), ZERO)
        .diagnose(
            "zero-for-unknown",
            () -> divide((a, b) -> b != null && b == 0 ? Double.valueOf(0) : quotient(a, b)),
            ZERO)
        .diagnose(
            "upside-down",
            () -> divide((a, b) -> quotient(b, a)),
            "The ratios are upside down: the denominator was divided by the numerator.");
  }

  private static final String FROM_LABEL =
      "Made from `%2$s`: `%1$s`. But `%2$s` is what the model is to predict. In training the feature gives the answer away and every metric is splendid; a new row has no such value, and the stage cannot run. Leave out every ratio in which the label occurs.";

  private KnownErrors errors() {
    return KnownErrors.none()
        .diagnose(
            "division-by-zero",
            error -> error.hasCondition("DIVIDE_BY_ZERO"),
            "In Spark 4 one zero in a denominator stops the whole job, and there are homes with 0 bedrooms. `try_divide(a, b)` gives null for such rows.")
        .diagnose(
            "feature-from-label",
            error -> error.hasCondition("UNRESOLVED_COLUMN") && error.says("`" + label + "`"),
            FROM_LABEL.formatted(String.join("`, `", names(fromLabel())), label));
  }

  Table right() {
    return divide(Ratios::quotient);
  }

  private Table divide(BinaryOperator<Double> quotient) {
    return df.each(
            row ->
                allowed()
                    .forEach(
                        ratio ->
                            row.put(
                                ratio.name(),
                                quotient.apply(
                                    Rows.number(row, ratio.numerator()),
                                    Rows.number(row, ratio.denominator())))))
        .table();
  }

  private static Double quotient(Double numerator, Double denominator) {
    return numerator == null || denominator == null || denominator == 0
        ? null
        : Double.valueOf(numerator / denominator);
  }

  private static Double plusOne(Double number) {
    return number == null ? null : Double.valueOf(number + 1);
  }

  private static Double atLeastOne(Double number) {
    return number == null ? null : Double.valueOf(Math.max(1, number));
  }

  private static Double orZero(Double number) {
    return number == null ? Double.valueOf(0) : number;
  }

  private List<Ratio> allowed() {
    return ratios.stream().filter(ratio -> !usesLabel(ratio)).toList();
  }

  private List<Ratio> fromLabel() {
    return ratios.stream().filter(this::usesLabel).toList();
  }

  private boolean usesLabel(Ratio ratio) {
    return ratio.numerator().equals(label) || ratio.denominator().equals(label);
  }

  private boolean lacksOnlyLookalikes(Dataset<Row> divided) {
    return allowed().stream()
        .filter(ratio -> !List.of(divided.columns()).contains(ratio.name()))
        .allMatch(
            ratio -> ratio.numerator().contains(label) || ratio.denominator().contains(label));
  }

  private static String[] names(List<Ratio> ratios) {
    return ratios.stream().map(Ratio::name).toArray(String[]::new);
  }
}
