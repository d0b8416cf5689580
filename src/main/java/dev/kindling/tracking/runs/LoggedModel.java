package dev.kindling.tracking.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run remembers of a model that was logged to it. */
final class LoggedModel {

  /** The tag with a JSON list of models. */
  static final String TAG = "mlflow.log-model.history";

  private static final int LONGEST_TAG = 8000;
  private static final List<String> NEEDED =
      List.of("artifact_path", "flavors", "run_id", "utc_time_created");
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode kept;

  private LoggedModel(ObjectNode kept) {
    this.kept = kept;
  }

  /**
   * Reads the description that a client sends.
   *
   * @throws TrackingException when it is no JSON object, or lacks something
   */
  static LoggedModel of(String json) {
    JsonNode model = parsed(json);
    String missing =
        NEEDED.stream()
            .filter(name -> !model.has(name))
            .map(PythonText::quoted)
            .collect(Collectors.joining(", ", "{", "}"));
    if (missing.length() > 2) {
      throw TrackingException.invalid("Model json is missing mandatory fields: %s", missing);
    }
    ObjectNode kept = MAPPER.createObjectNode();
    kept.set("run_id", model.get("run_id"));
    kept.set("artifact_path", model.get("artifact_path"));
    kept.set("utc_time_created", model.get("utc_time_created"));
    kept.set(
        "model_uuid", model.path("model_uuid").isMissingNode() ? null : model.get("model_uuid"));
    ObjectNode flavors = kept.putObject("flavors");
    model
        .get("flavors")
        .properties()
        .forEach(
            flavor ->
                flavors.set(
                    flavor.getKey(),
                    flavor.getValue() instanceof ObjectNode settings
                        ? settings.deepCopy().without("config")
                        : flavor.getValue()));
    return new LoggedModel(kept);
  }

  private static JsonNode parsed(String json) {
    try {
      JsonNode model = MAPPER.readTree(json);
      if (model.isObject()) {
        return model;
      }
    } catch (JsonProcessingException e) {
      // Told below, together with JSON that is no object.
    }
    throw TrackingException.invalid("Malformed model info. \n %s \n is not a valid JSON.", json);
  }

  /**
   * The list with this model at its end, as the tag holds it.
   *
   * @param list the list so far, or null
   * @throws TrackingException when the tag would be too long
   */
  String addedTo(@Nullable String list) {
    ArrayNode models = MAPPER.createArrayNode();
    if (list != null) {
      try {
        MAPPER.readTree(list).forEach(models::add);
      } catch (JsonProcessingException e) {
        throw TrackingException.invalid(
            "The tag '%s' of the run is not a JSON list: delete the tag, and log the model again.",
            TAG);
      }
    }
    models.add(kept);
    String text = PythonText.ascii(PythonText.spaced(models));
    Lengths.check("value", LONGEST_TAG, text);
    return text;
  }
}
