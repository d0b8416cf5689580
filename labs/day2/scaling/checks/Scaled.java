package day2.scaling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Given;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges a frame with a vector of scaled columns.
 *
 * @param train the rows to learn from
 * @param df the rows to scale; the first column is an id
 */
record Scaled(Given given, Table train, Table df) {

  /** An answer's way to scale. */
  interface Answer {
    Dataset<Row> of(Dataset<Row> train, Dataset<Row> df, List<String> columns);
  }

  /** Judges what is to stay first, then the vectors; low and high are the ends of train. */
  void judge(
      Answer answer,
      List<String> columns,
      Function<Values, DoubleUnaryOperator> scale,
      double low,
      double high) {
    Function<TableRow, List<Double>> right = Scales.learned(train, columns, scale);
    Values first = train.values(columns.get(0));
    String[] names = df.columns().toArray(String[]::new);
    KnownErrors.none()
        .diagnose(
            "divided-by-zero",
            error -> error.hasCondition("DIVIDE_BY_ZERO"),
            "A column with a single value in train has a standard deviation and a range of 0, and Spark 4 stops at a division by zero. Decide for such a column first, as the task says, or use Spark's scaler, which does.")
        .during(
            () -> {
              Dataset<Row> scaled = answer.of(given.frame(train), given.frame(df), columns);
              expect(scaled).as("the scaled frame").toContainColumns("scaled");
              expect(compute("the columns of `df`", () -> scaled.selectExpr(names)))
                  .as("the columns of `df`, which are to stay as they were")
                  .toHaveRows(df);
              expect(scaled.select(names[0], "scaled"))
                  .as("the scaled rows")
                  .within("scaled", 1e-9) // around 1; two right answers differ by rounding
                  .fact("first", columns.get(0))
                  .fact("uncentred", "%.1f".formatted(first.mean() / first.sd()))
                  .fact("low", low)
                  .fact("high", high)
                  .fact("middle", (low + high) / 2)
                  .fact(
                      "beyond",
                      df.where(row -> right.apply(row).stream().anyMatch(x -> x < low || x > high))
                          .size())
                  .toHaveRows(df.with("scaled:vector", right).select(names[0], "scaled"));
            });
  }
}
