package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.data.TestSpark;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service;

final class FrameProfileTest {

  private static final String ROWS =
      "SELECT * FROM VALUES (1, 'a', 1.5D), (2, 'b', NULL), (2, 'b', NULL) AS t(n, s, x)";

  private final SparkSession spark = TestSpark.session();

  private String digest(String query) {
    return FrameProfile.of(spark.sql(query)).digest();
  }

  @Test
  void theOrderOfRowsAndPartitionsDoesNotCount() {
    Dataset<Row> frame = spark.sql(ROWS);
    FrameProfile profile = FrameProfile.of(frame);

    assertThat(profile.rows()).isEqualTo(3);
    assertThat(profile.digest()).matches("[0-9a-f]{8}");
    assertThat(FrameProfile.of(frame.orderBy(frame.col("n").desc()).repartition(3)))
        .isEqualTo(profile);
  }

  @Test
  void anyOtherValueRowNameTypeOrOrderOfColumnsCounts() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put("as it is", ROWS);
    queries.put("a value", ROWS.replace("1.5D", "1.25D"));
    queries.put("a null", ROWS.replace("'a'", "CAST(NULL AS STRING)"));
    queries.put("two rows less", ROWS.replace(", (2, 'b', NULL), (2, 'b', NULL)", ""));
    queries.put("a doubled row", ROWS.replace("(1,", "(2, 'b', NULL), (1,"));
    queries.put("a name", ROWS.replace("(n, s", "(m, s"));
    queries.put("a type", ROWS.replace("SELECT *", "SELECT CAST(n AS BIGINT) AS n, s, x"));
    queries.put("swapped columns", ROWS.replace("SELECT *", "SELECT s, n, x"));
    queries.put("no rows", ROWS + " WHERE n > 5");

    assertThat(queries.values().stream().map(this::digest).distinct())
        .hasSameSizeAs(queries.keySet());
  }

  @Test
  void vectorsMapsAndAnEmptyFrameHaveADigest() {
    assertThat(digest("SELECT map('a', 1) AS m, named_struct('m', map(1, 2)) AS s"))
        .isNotEqualTo(digest("SELECT map('a', 2) AS m, named_struct('m', map(1, 2)) AS s"));
    assertThat(FrameProfile.of(spark.emptyDataFrame()).rows()).isZero();
  }

  @Test
  void aDatasetCarriesSchemaProfileAndSource() {
    Service.Dataset dataset =
        DatasetInputs.fromSpark(spark.sql(ROWS), "rows", DatasetSource.sql("SELECT 1"));

    assertThat(dataset.getName()).isEqualTo("rows");
    assertThat(dataset.getSourceType()).isEqualTo("spark");
    assertThat(dataset.getSource()).isEqualTo("{\"sql\":\"SELECT 1\"}");
    assertThat(dataset.getProfile()).isEqualTo("{\"num_rows\":3,\"num_elements\":9}");
    assertThat(dataset.getSchema())
        .startsWith("{\"mlflow_colspec\":[{\"type\":\"integer\",\"name\":\"n\",\"required\":true}");
    assertThat(
            DatasetInputs.fromSpark(
                    spark.sql("SELECT map('a', 1) AS m"), "m", DatasetSource.table("t"))
                .hasSchema())
        .isFalse();
  }

  @Test
  void aDeltaTableIsNamedWithTheVersionThatItHasNow(@TempDir Path temp) {
    String table = temp.resolve("table").toString();
    spark.range(3).write().format("delta").save(table);
    spark.range(2).write().format("delta").mode("append").save(table);

    DatasetSource source = DatasetSource.deltaPath(spark, table);
    assertThat(source.type()).isEqualTo("delta_table");
    assertThat(source.json()).contains("\"delta_table_version\":1").contains("\"path\":");
    assertThatThrownBy(() -> DatasetSource.deltaPath(spark, temp.resolve("no").toString()))
        .hasMessageStartingWith("There is no Delta table at '");
  }
}
