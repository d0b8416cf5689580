package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The description of a model that lies beside its files, in YAML.
 *
 * @param content as it was read, or is to be written
 */
record MlModelFile(ObjectNode content) {

  static final String NAME = "MLmodel";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  /**
   * Reads a description.
   *
   * @param uri of the model, for a message
   */
  static MlModelFile read(byte[] yaml, String uri) {
    try {
      if (YAML.readTree(yaml) instanceof ObjectNode content) {
        return new MlModelFile(content);
      }
    } catch (IOException e) {
      throw MlflowException.of("The file MLmodel of '%s' is not YAML.".formatted(uri), e);
    }
    throw MlflowException.of("The file MLmodel of '%s' describes no model.".formatted(uri));
  }

  void write(Path folder) throws IOException {
    write(folder.resolve(NAME), content);
  }

  static void write(Path file, JsonNode content) throws IOException {
    YAML.writeValue(file.toFile(), content);
  }

  /**
   * The folder of the Spark model, below that of the description.
   *
   * @throws MlflowException when the model has no Spark flavour
   */
  String sparkData(String uri) {
    JsonNode flavors = content.path("flavors");
    String data = flavors.path("spark").path("model_data").asText("");
    if (data.isEmpty()) {
      throw MlflowException.of(
          "The model at '%s' is not a Spark model (its flavours: %s): load it with the library that made it."
              .formatted(uri, String.join(", ", (Iterable<String>) flavors::fieldNames)));
    }
    return data;
  }

  Optional<ModelSignature> signature() {
    return Optional.ofNullable(content.get("signature"))
        .filter(JsonNode::isObject)
        .map(ModelSignature::from);
  }

  String text(String field) {
    return content.path(field).asText("");
  }
}
