package day2.creation;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Parsing price texts in plain Java: as it should be, and as known mistakes have it.
 *
 * @param df the rows with their texts
 * @param columns the columns to parse
 */
record Prices(Rows df, List<String> columns) {

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "cast-stops-the-job",
              error -> error.hasCondition("CAST_INVALID_INPUT"),
              error ->
                  "The text '%s' is no number, and in Spark 4 one such text stops the whole job: `cast` is strict. %s`try_cast` gives null instead."
                      .formatted(
                          error.group("The value '([^']*)'").orElse("on request"),
                          error.group("The value '([^']*[$,][^']*)'").isPresent()
                              ? "Take away the dollar sign and the commas first; for texts that are no price, "
                              : ""));

  /** Judges what parsing gives. */
  void judge(Supplier<Dataset<Row>> parsing) {
    ERRORS.during(() -> judge(parsing.get()));
  }

  private void judge(Dataset<Row> parsed) {
    FrameExpectation frame =
        expect(parsed)
            .as("the parsed frame")
            .toHaveColumns(df.columns().toArray(String[]::new))
            .diagnose(
                "new-name",
                result -> List.of(result.columns()).containsAll(df.columns()),
                "There are more columns than there were. Put each number back under the column's own name, with `withColumn(column, …)`, so that the text is gone.");
    for (String column : columns) {
      frame
          .toHaveType(column, DataTypes.DoubleType)
          .diagnose(
              "not-a-double",
              result -> true,
              "Feature vectors and models work on doubles: a text cannot be averaged, and a float has no room for the cents of a large price. End with `try_cast(\"double\")`.");
    }
    frame
        .toHaveRowCount(df.size())
        .diagnose(
            "rows-dropped",
            result -> result.count() < df.size(),
            result ->
                "%d of %d rows are gone. A listing whose price cannot be read is still a listing: make that one cell null and keep the row."
                    .formatted(df.size() - result.count(), df.size()))
        .toHaveRows(right())
        .diagnose(
            "commas-kept",
            () -> parse(text -> text.contains(",") ? null : number(text)),
            "Every price below 1,000 is right, and every price from 1,000 on is null: its comma was left in, so it was no number. `translate` takes away several characters at once.")
        .diagnose(
            "dollar-is-a-regex",
            () -> parse(text -> text.startsWith("$") ? null : number(text)),
            "Every price is null, so the dollar sign is still there. To `regexp_replace` a `$` means the end of the text, and there is nothing to remove there. Use `translate`, which knows no patterns, or write `[$,]`.")
        .diagnose(
            "cents-for-dollars",
            () -> parse(text -> number(text.replace(".", ""))),
            "The prices are a hundred times too large: the point went away with the commas. Keep it, it separates the cents.")
        .diagnose(
            "digits-picked-out",
            () -> parse(text -> number(text.replaceAll("[^0-9.]", ""))),
            "A text that only mentions numbers became a price: \"from 80, for 2\" is read as 802. Take away the dollar sign and the commas, nothing else, and let `try_cast` refuse what is left.")
        .diagnose("zero-for-no-price", () -> zeros(text -> true), ZERO)
        .diagnose("zero-for-no-price", () -> zeros(text -> text != null), ZERO)
        .diagnose(
            "other-columns-changed",
            result -> othersChanged(result),
            "A text column that nobody asked for was changed, too. Loop over `columns`, not over all columns of the frame.");
  }

  private static final String ZERO =
      "Texts that are no price became 0.0, and a model would learn from homes that cost nothing. Not known is null.";

  Table right() {
    return parse(Prices::number);
  }

  /** Zero instead of null for some of the texts that are no price; null is one of them. */
  private Table zeros(Predicate<String> isZero) {
    return df.each(
            row ->
                columns.forEach(
                    column -> {
                      String text = (String) row.get(column);
                      Double price = text == null ? null : number(text);
                      boolean zero = price == null && isZero.test(text);
                      row.put(column, zero ? Double.valueOf(0) : price);
                    }))
        .table();
  }

  private Table parse(Function<String, Double> number) {
    return df.each(
            row ->
                columns.forEach(
                    column -> {
                      String text = (String) row.get(column);
                      row.put(column, text == null ? null : number.apply(text));
                    }))
        .table();
  }

  private static Double number(String text) {
    try {
      return Double.valueOf(text.replace("$", "").replace(",", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private boolean othersChanged(Dataset<Row> parsed) {
    return df.columns().stream()
        .filter(column -> !columns.contains(column) && !column.equals("id"))
        .anyMatch(column -> !parsed.schema().apply(column).dataType().equals(DataTypes.StringType));
  }
}
