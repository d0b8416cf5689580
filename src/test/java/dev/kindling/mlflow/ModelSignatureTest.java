package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.data.TestSpark;
import dev.kindling.mlflow.rest.MlflowException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelSignatureTest {

  private final SparkSession spark = TestSpark.session();

  private static StructType schema(String ddl) {
    return StructType.fromDDL(ddl);
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode inferred(String ddl) {
    return SignatureJson.write(ModelSignature.infer(schema(ddl), new StructType()).inputs());
  }

  /** The right-hand sides are what Python's MLflow 3.17.2 answers for the same column. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "c TINYINT | {\"type\": \"integer\"}",
        "c SMALLINT | {\"type\": \"integer\"}",
        "c INT | {\"type\": \"integer\"}",
        "c BIGINT | {\"type\": \"long\"}",
        "c FLOAT | {\"type\": \"float\"}",
        "c DOUBLE NOT NULL | {\"type\": \"double\"}",
        "c BOOLEAN | {\"type\": \"boolean\"}",
        "c STRING | {\"type\": \"string\"}",
        "c BINARY | {\"type\": \"binary\"}",
        "c DATE | {\"type\": \"datetime\"}",
        "c TIMESTAMP | {\"type\": \"datetime\"}",
        "c ARRAY<INT> | {\"type\": \"array\", \"items\": {\"type\": \"integer\"}}",
        "c ARRAY<ARRAY<DOUBLE>> | {\"type\": \"array\", \"items\": {\"type\": \"array\", \"items\": {\"type\": \"double\"}}}",
        "c STRUCT<q: INT NOT NULL, w: STRING> | {\"type\": \"object\", \"properties\": {\"q\": {\"type\": \"integer\", \"required\": true}, \"w\": {\"type\": \"string\", \"required\": false}}}",
      })
  void eachSparkTypeIsWhatPythonMakesOfIt(String ddl, String type) {
    JsonNode column = inferred(ddl).get(0);

    assertThat(column.get("required").asBoolean()).isTrue();
    assertThat(column.get("name").asText()).isEqualTo("c");
    ((com.fasterxml.jackson.databind.node.ObjectNode) column).remove("name");
    ((com.fasterxml.jackson.databind.node.ObjectNode) column).remove("required");
    assertThat(column).isEqualTo(json(type));
  }

  @Test
  void aVectorIsAVector() {
    StructType vector =
        new StructType().add("v", org.apache.spark.ml.linalg.SQLDataTypes.VectorType());

    assertThat(ModelSignature.infer(vector, vector).toJson())
        .isEqualTo(
            "{\"inputs\":\"[{\\\"type\\\":\\\"sparkml_vector\\\",\\\"name\\\":\\\"v\\\",\\\"required\\\":true}]\","
                + "\"outputs\":\"[{\\\"type\\\":\\\"sparkml_vector\\\",\\\"name\\\":\\\"v\\\",\\\"required\\\":true}]\","
                + "\"params\":null}");
  }

  @ParameterizedTest
  @CsvSource({
    "c DECIMAL(10 2), cast it to double first",
    "'c MAP<STRING, INT>', turn it into a struct first",
    "c TIMESTAMP_NTZ, cast it to timestamp first",
    "c STRUCT<x: DECIMAL(3 1)>, 'c.x'",
  })
  void aTypeThatMlflowDoesNotHaveIsSaidWithARemedy(String ddl, String said) {
    assertThatThrownBy(() -> inferred(ddl.replaceAll("\\((\\d+) (\\d+)\\)", "($1, $2)")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MLflow has no type for the column 'c")
        .hasMessageContaining(said);
  }

  @Test
  void aSignatureComesBackFromItsJson() {
    ModelSignature signature =
        ModelSignature.infer(
            schema("a INT, b ARRAY<STRING>, c STRUCT<x: DOUBLE>"), schema("prediction DOUBLE"));

    assertThat(ModelSignature.fromJson(signature.toJson())).isEqualTo(signature);
    assertThat(signature.toString())
        .isEqualTo(
            "inputs: ['a': integer (required), 'b': array<string> (required), 'c': object<x: double (optional)> (required)],"
                + " outputs: ['prediction': double (required)]");
  }

  @Test
  void whatHasNoCounterpartIsKeptAsItWasRead() {
    String tensor =
        "[{\"type\":\"tensor\",\"tensor-spec\":{\"dtype\":\"float64\",\"shape\":[-1,3]}}]";
    ObjectMapper mapper = new ObjectMapper();
    String whole =
        mapper
            .createObjectNode()
            .put("inputs", tensor)
            .putNull("outputs")
            .put("params", "[]")
            .toString();
    ModelSignature signature = ModelSignature.fromJson(whole);

    assertThat(json(json(signature.toJson()).get("inputs").asText()).get(0).get("tensor-spec"))
        .isEqualTo(json(tensor).get(0).get("tensor-spec"));
    assertThat(signature.outputs()).isEmpty();
  }

  @Test
  void aCheckNamesWhatIsMissingExtraAndOfAnotherType() {
    ModelSignature signature =
        ModelSignature.infer(
            schema("a DOUBLE, b BIGINT, c STRING, d ARRAY<INT>"), new StructType());

    SignatureCheck check =
        signature.check(schema("A DOUBLE, b STRING, c STRING, d ARRAY<INT>, e INT"));

    assertThat(check.passes()).isFalse();
    assertThat(check.missing()).containsExactly("a");
    assertThat(check.extra()).containsExactly("A", "e");
    assertThat(check.message())
        .isEqualTo(
            "The model's signature asks for columns that are missing: 'a'. Columns that it does not know: 'A', 'e'."
                + " Columns of another type: 'b': the model takes long, the frame has string. Cast them first.");
  }

  @ParameterizedTest
  @CsvSource({
    "BIGINT, INT, true",
    "DOUBLE, INT, true",
    "DOUBLE, FLOAT, true",
    "DOUBLE, DECIMAL_9_2, true",
    "INT, SMALLINT, true",
    "TIMESTAMP, DATE, true",
    "DOUBLE, BIGINT, false",
    "FLOAT, DOUBLE, false",
    "FLOAT, INT, false",
    "INT, BIGINT, false",
    "STRING, INT, false",
    "INT, STRING, false",
    "ARRAY<DOUBLE>, ARRAY<DOUBLE>, true",
    "ARRAY<DOUBLE>, ARRAY<INT>, false",
    "STRUCT<x: INT>, STRUCT<y: INT>, true",
    "STRUCT<x: INT NOT NULL>, STRUCT<y: INT>, false",
  })
  void onlyWhatLosesNothingIsConverted(String wanted, String given, boolean passes) {
    ModelSignature signature = ModelSignature.infer(schema("c " + wanted), new StructType());
    String type = given.replace("DECIMAL_9_2", "DECIMAL(9, 2)");

    assertThat(signature.check(schema("c " + type)).passes()).isEqualTo(passes);
  }

  @Test
  void enforcingSelectsOrdersAndConverts() {
    ModelSignature signature =
        ModelSignature.infer(schema("a DOUBLE, b BIGINT, `c d` STRING"), new StructType());
    Dataset<Row> frame =
        spark.sql(
            "SELECT 'x' AS `c d`, CAST(2 AS INT) AS b, 0 AS more, CAST(1.5 AS DECIMAL(5, 2)) AS a");

    Dataset<Row> fitted = signature.enforce(frame);

    assertThat(fitted.columns()).containsExactly("a", "b", "c d");
    assertThat(fitted.schema().apply("a").dataType()).isEqualTo(DataTypes.DoubleType);
    assertThat(fitted.schema().apply("b").dataType()).isEqualTo(DataTypes.LongType);
    assertThat(fitted.first()).isEqualTo(org.apache.spark.sql.RowFactory.create(1.5, 2L, "x"));
    assertThatThrownBy(() -> signature.enforce(frame.drop("a")))
        .isInstanceOf(MlflowException.class)
        .hasMessageContaining("missing: 'a'");
  }
}
