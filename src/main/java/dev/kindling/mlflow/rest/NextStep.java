package dev.kindling.mlflow.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** What to do next, for the refusals that everybody meets. */
final class NextStep {

  private NextStep() {}

  /**
   * Looks at what was asked for.
   *
   * @return a sentence, or an empty text
   */
  static String after(String path, String errorCode, String said) {
    if (said.equals("Invalid path.")) {
      return "MLflow takes no artifact with '#' in its name: rename '%s'.".formatted(name(path));
    }
    boolean missing = errorCode.equals(MlflowException.DOES_NOT_EXIST);
    if (path.endsWith("/registered-models/create")
        && errorCode.equals(MlflowException.ALREADY_EXISTS)) {
      return "Add a version to it with createModelVersion, or take another name.";
    }
    if (path.endsWith("/registered-models/alias") && said.contains("alias")) {
      return "Set it with setRegisteredModelAlias.";
    }
    if (missing && said.startsWith("Registered Model ")) {
      return "Create it with createRegisteredModel, or see searchRegisteredModels for the names there are.";
    }
    if (missing && said.startsWith("Model Version ")) {
      return "See searchModelVersions for the versions there are.";
    }
    return "";
  }

  /** The last name of an encoded path. */
  private static String name(String path) {
    String encoded = path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B");
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
