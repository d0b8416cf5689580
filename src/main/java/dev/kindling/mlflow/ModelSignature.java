package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.mlflow.rest.MlflowException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes and gives: the columns of its input and of its output, in MLflow's terms.
 *
 * @param inputs in the order in which the model was trained
 * @param outputs empty when they are not told
 * @param params the parameters of a call as MLflow's JSON; null for none
 */
public record ModelSignature(
    List<ColumnSpec> inputs, List<ColumnSpec> outputs, @Nullable JsonNode params) {

  public ModelSignature {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    if (params != null && params.isNull()) {
      params = null;
    }
  }

  /** The columns of an input frame. Nothing is computed: only schemas count. */
  public static ModelSignature infer(Dataset<Row> input) {
    return infer(input.schema(), new StructType());
  }

  /**
   * The columns of an input frame, and of what the model makes of it.
   *
   * @param output such as {@code model.transform(input).select("prediction")}
   * @throws IllegalArgumentException when MLflow has no type for a column, such as a decimal
   */
  public static ModelSignature infer(Dataset<Row> input, Dataset<Row> output) {
    return infer(input.schema(), output.schema());
  }

  /** The same from schemas alone. */
  public static ModelSignature infer(StructType input, StructType output) {
    return new ModelSignature(
        SparkColumnTypes.columns(input), SparkColumnTypes.columns(output), null);
  }

  /**
   * Reads what {@link #toJson()} writes, or Python's {@code signature.to_dict()} as JSON.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static ModelSignature fromJson(String json) {
    return from(SignatureJson.parse(json));
  }

  static ModelSignature from(JsonNode node) {
    return new ModelSignature(
        columns(node.path("inputs")), columns(node.path("outputs")), params(node.path("params")));
  }

  private static List<ColumnSpec> columns(JsonNode field) {
    return field.isTextual() ? SignatureJson.read(field.asText()) : List.of();
  }

  private static @Nullable JsonNode params(JsonNode field) {
    return field.isTextual() ? SignatureJson.parse(field.asText()) : null;
  }

  /** The form in which MLflow keeps it: columns as JSON texts in a JSON object. */
  public String toJson() {
    return toTree().toString();
  }

  ObjectNode toTree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("inputs", text(inputs));
    tree.put("outputs", text(outputs));
    return tree.put("params", params == null ? null : params.toString());
  }

  private static @Nullable String text(List<ColumnSpec> columns) {
    return columns.isEmpty() ? null : SignatureJson.write(columns).toString();
  }

  /** How a frame of this schema differs from what the model takes. */
  public SignatureCheck check(StructType schema) {
    return SignatureCheck.of(inputs, schema);
  }

  /**
   * Makes a frame what the model takes: only its columns, in its order, converted where nothing can
   * be lost (integer to long or double, float to double, decimal to double). Columns that the model
   * does not know are left out, as MLflow does.
   *
   * @throws MlflowException naming columns that are missing or of another type
   */
  public Dataset<Row> enforce(Dataset<Row> frame) {
    SignatureCheck check = check(frame.schema());
    if (!check.passes()) {
      throw MlflowException.of(check.message());
    }
    return SafeCasts.select(frame, inputs);
  }

  /** As MLflow prints it: inputs, then outputs. */
  @Override
  public String toString() {
    return "inputs: " + listed(inputs) + ", outputs: " + listed(outputs);
  }

  private static String listed(List<ColumnSpec> columns) {
    return columns.stream().map(ColumnSpec::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
