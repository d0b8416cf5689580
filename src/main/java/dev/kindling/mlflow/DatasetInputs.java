package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.RestClient;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.DatasetInput;
import org.mlflow.api.proto.Service.InputTag;
import org.mlflow.api.proto.Service.LogInputs;

/**
 * Notes which data a run used, as {@code mlflow.log_input} does. Throws {@link MlflowException}.
 */
public final class DatasetInputs {

  /** The tag that tells what the data was used for. */
  public static final String CONTEXT = "mlflow.data.context";

  private final ProtoCalls calls;

  /**
   * @param trackingUri such as {@code http://127.0.0.1:5000}
   */
  public DatasetInputs(String trackingUri) {
    calls = new ProtoCalls(RestClient.of(trackingUri));
  }

  /**
   * Describes a frame: its schema, how many rows it has, and a digest of its data. The digest does
   * not depend on the order of the rows; it changes with any value, column name or type. One Spark
   * job.
   *
   * @param name for people, such as {@code listings}
   */
  public static Service.Dataset fromSpark(Dataset<Row> frame, String name, DatasetSource source) {
    FrameProfile profile = FrameProfile.of(frame);
    Service.Dataset.Builder dataset =
        Service.Dataset.newBuilder()
            .setName(name)
            .setDigest(profile.digest())
            .setSourceType(source.type())
            .setSource(source.json())
            .setProfile(profile(profile));
    ModelSignature columns = columns(frame);
    if (columns != null) {
      ObjectNode schema = JsonNodeFactory.instance.objectNode();
      schema.set("mlflow_colspec", SignatureJson.write(columns.inputs()));
      dataset.setSchema(schema.toString());
    }
    return dataset.build();
  }

  /** As in Python: columns for which MLflow has no type leave the dataset without a schema. */
  private static @Nullable ModelSignature columns(Dataset<Row> frame) {
    try {
      return ModelSignature.infer(frame);
    } catch (IllegalArgumentException noSuchType) {
      return null;
    }
  }

  private static String profile(FrameProfile profile) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("num_rows", profile.rows())
        .put("num_elements", profile.rows() * profile.columns())
        .toString();
  }

  /**
   * Notes that a run used a dataset.
   *
   * @param context what for, such as {@code training}, {@code validation} or {@code test}
   */
  public void logInput(String runId, Service.Dataset dataset, String context) {
    logInput(runId, dataset, context, Map.of());
  }

  /** The same, with tags of the run's use of the dataset. */
  public void logInput(
      String runId, Service.Dataset dataset, String context, Map<String, String> tags) {
    DatasetInput.Builder input =
        DatasetInput.newBuilder().setDataset(dataset).addTags(tag(CONTEXT, context));
    tags.forEach((key, value) -> input.addTags(tag(key, value)));
    calls.post("runs/log-inputs", LogInputs.newBuilder().setRunId(runId).addDatasets(input));
  }

  private static InputTag tag(String key, String value) {
    return InputTag.newBuilder().setKey(key).setValue(value).build();
  }
}
