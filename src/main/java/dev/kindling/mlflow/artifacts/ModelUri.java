package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;

/**
 * An address of a registered model: {@code models:/name/3}, {@code models:/name@champion}, {@code
 * models:/name/Production} or {@code models:/name/latest}.
 *
 * @param name the registered model
 * @param kind what the selector is
 * @param selector a version's number, an alias or a stage; empty for the latest
 */
public record ModelUri(String name, Kind kind, String selector) {

  /** The ways to name one version. */
  public enum Kind {
    VERSION,
    ALIAS,
    STAGE,
    LATEST
  }

  /** What such an address starts with. */
  public static final String SCHEME = "models:/";

  /**
   * Reads an address.
   *
   * @throws MlflowException when it is none of the four forms
   */
  public static ModelUri parse(String uri) {
    String path = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : "";
    int slash = path.indexOf('/');
    int at = path.lastIndexOf('@');
    int cut = slash >= 0 ? slash : at;
    String name = cut < 0 ? "" : path.substring(0, cut);
    String selector = cut < 0 ? "" : path.substring(cut + 1);
    if (name.isBlank() || selector.isBlank() || selector.indexOf('/') >= 0) {
      throw MlflowException.of(
          "'%s' is not the address of a model: use 'models:/name/3', 'models:/name@alias', 'models:/name/Production' or 'models:/name/latest'."
              .formatted(uri));
    }
    if (slash < 0) {
      return new ModelUri(name, Kind.ALIAS, selector);
    }
    if (selector.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return new ModelUri(name, Kind.VERSION, selector);
    }
    return selector.equalsIgnoreCase("latest")
        ? new ModelUri(name, Kind.LATEST, "")
        : new ModelUri(name, Kind.STAGE, selector);
  }
}
