package dev.kindling.mlflow;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;

/**
 * What a frame holds, in short.
 *
 * <p>The digest is of the data, not of the query: names and types of the columns in their order,
 * the number of rows, and the sum and the exclusive or of the rows' 64-bit hashes. So the order of
 * rows and partitions does not count, and any other value does. Eight hexadecimal digits, as
 * MLflow's own. One Spark job computes it.
 *
 * @param digest of the data
 * @param rows how many there are
 * @param columns how many there are
 */
record FrameProfile(String digest, long rows, int columns) {

  private static final int DIGITS = 8;

  static FrameProfile of(Dataset<Row> frame) {
    StructField[] fields = frame.schema().fields();
    Column[] cells = Arrays.stream(fields).map(FrameProfile::hashable).toArray(Column[]::new);
    Column hash = cells.length == 0 ? lit(0L) : xxhash64(cells);
    Row totals =
        frame
            .select(hash.as("hash"))
            .agg(
                count(lit(1)),
                coalesce(sum(col("hash").cast(DataTypes.createDecimalType(38, 0))), lit(0)),
                coalesce(bit_xor(col("hash")), lit(0L)))
            .first();
    String all =
        String.join(
            "\n",
            frame.schema().toDDL(),
            Long.toString(totals.getLong(0)),
            totals.getDecimal(1).toPlainString(),
            Long.toString(totals.getLong(2)));
    return new FrameProfile(digest(all), totals.getLong(0), fields.length);
  }

  /** Spark hashes all but maps, whose entries have no order. */
  private static Column hashable(StructField field) {
    Column column = col("`" + field.name().replace("`", "``") + "`");
    DataType type = field.dataType();
    return type.existsRecursively(MapType.class::isInstance) ? to_json(column) : column;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
