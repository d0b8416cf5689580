package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.mlflow.rest.MlflowException;
import io.delta.tables.DeltaTable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where data came from, in a form that Python's MLflow reads back.
 *
 * @param type MLflow's name for the kind, such as {@code delta_table}
 * @param json what tells this source from others of the kind
 */
public record DatasetSource(String type, String json) {

  private static final String SPARK = "spark";
  private static final String DELTA = "delta_table";

  /** Files that Spark read, at a path or an address. */
  public static DatasetSource path(String path) {
    return of(SPARK, object().put("path", path));
  }

  /** A table of Spark's catalogue. */
  public static DatasetSource table(String name) {
    return of(SPARK, object().put("table_name", name));
  }

  /** The result of a query. */
  public static DatasetSource sql(String query) {
    return of(SPARK, object().put("sql", query));
  }

  /** One version of a Delta table at a path. */
  public static DatasetSource deltaPath(String path, long version) {
    return of(DELTA, object().put("path", path).put("delta_table_version", version));
  }

  /**
   * The version that a Delta table at a path has now.
   *
   * @throws MlflowException when there is no Delta table
   */
  public static DatasetSource deltaPath(SparkSession spark, String path) {
    if (!DeltaTable.isDeltaTable(spark, path)) {
      throw MlflowException.of(
          "There is no Delta table at '%s': write one with format(\"delta\"), or use DatasetSource.path."
              .formatted(path));
    }
    return deltaPath(path, version(DeltaTable.forPath(spark, path)));
  }

  /** One version of a Delta table of Spark's catalogue. */
  public static DatasetSource deltaTable(String name, long version) {
    return of(DELTA, object().put("delta_table_name", name).put("delta_table_version", version));
  }

  /** The version that a Delta table of Spark's catalogue has now. */
  public static DatasetSource deltaTable(SparkSession spark, String name) {
    return deltaTable(name, version(DeltaTable.forName(spark, name)));
  }

  private static long version(DeltaTable table) {
    Row latest = table.history(1).select("version").first();
    return latest.getLong(0);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static DatasetSource of(String type, ObjectNode json) {
    return new DatasetSource(type, json.toString());
  }
}
