package dev.kindling.mlflow;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What may be said about a model when it is logged.
 *
 * @param signature what it takes and gives
 * @param inputExample a frame whose first rows, five at most, are kept beside the model
 * @param registeredModelName the registered model that gets a new version; made if need be
 */
public record ModelOptions(
    Optional<ModelSignature> signature,
    Optional<Dataset<Row>> inputExample,
    Optional<String> registeredModelName) {

  /** Nothing but the model. */
  public static ModelOptions none() {
    return new ModelOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** These options and a signature. */
  public ModelOptions withSignature(ModelSignature signature) {
    return new ModelOptions(Optional.of(signature), inputExample, registeredModelName);
  }

  /** These options and an example of the input. */
  public ModelOptions withInputExample(Dataset<Row> frame) {
    return new ModelOptions(signature, Optional.of(frame), registeredModelName);
  }

  /** These options, and the model becomes a version of a registered model. */
  public ModelOptions withRegisteredModelName(String name) {
    return new ModelOptions(signature, inputExample, Optional.of(name));
  }
}
