package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.TestSpark;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

final class JsonValuesTest {

  @Test
  void eachValueIsWrittenAsPandasDoes() {
    Row row =
        TestSpark.session()
            .sql(
                "SELECT 1 AS i, 2L AS l, 1.5D AS d, DOUBLE('NaN') AS n, true AS b, 'ü' AS s, CAST(NULL AS INT) AS z,"
                    + " binary('hi') AS x, DATE'2026-01-02' AS day, TIMESTAMP'2026-01-02 03:04:05' AS t,"
                    + " array(1, 2) AS a, named_struct('q', 1, 'w', array('v')) AS o, map('k', 1) AS m, 1.25BD AS dec")
            .first();

    assertThat(JsonValues.row(row).toString())
        .isEqualTo(
            "[1,2,1.5,null,true,\"ü\",null,\"aGk=\",\"2026-01-02T00:00:00\",\"2026-01-02T03:04:05\","
                + "[1,2],{\"q\":1,\"w\":[\"v\"]},{\"k\":1},1.25]");
    assertThat(JsonValues.of(Vectors.sparse(3, new int[] {1}, new double[] {2})).toString())
        .isEqualTo("[0.0,2.0,0.0]");
  }
}
