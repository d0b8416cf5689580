package day2.scaling;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.FrameExpectation;
import dev.kindling.check.KnownErrors;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;

/** What the frames of the first two tasks have in common. */
final class ScaledFrame {

  static final String VECTOR = "scaled";

  /** Formulas written by hand end here at a column that is constant. */
  static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "divided-by-zero",
              error -> error.hasCondition("DIVIDE_BY_ZERO"),
              "A column with a single value in train has a standard deviation and a range of 0, and Spark 4 stops at a division by zero. Decide for such a column first, as the task says, or use Spark's scaler, which does.");

  /** Scaled numbers are around 1; two right answers differ by rounding, some 1e-13. */
  private static final double ROUNDING = 1e-9;

  private ScaledFrame() {}

  /** Begins judging a frame: it has the columns of the rows that were scaled, and a vector. */
  static FrameExpectation expectScaled(Dataset<Row> frame, Numbers df) {
    List<String> names = new ArrayList<>(df.table().columns());
    names.add(VECTOR);
    expect(frame)
        .as("the scaled frame")
        .toContainColumns(names.toArray(String[]::new))
        .toHaveType(VECTOR, SQLDataTypes.VectorType())
        .diagnose(
            "array-not-vector",
            result -> result.schema().apply(VECTOR).dataType() instanceof ArrayType,
            "`scaled` is an array. Spark ML reads vectors only: let a `VectorAssembler` put the columns together, or use `array_to_vector`.");
    Column[] shown = names.stream().map(name -> col(name)).toArray(Column[]::new);
    return expect(compute("the scaled rows", () -> frame.select(shown)))
        .as("the scaled rows")
        .within(VECTOR, ROUNDING)
        .toHaveRowCount(df.table().size());
  }
}
