package dev.kindling.tracking.registry;

import dev.kindling.tracking.artifacts.ArtifactUri;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of a model, {@code models:/…}. At most one of version, stage and alias is not null; if
 * none is, the newest version is meant.
 *
 * @param modelId the id of a logged model; then all others are null
 */
record ModelUri(
    @Nullable String modelId,
    @Nullable String name,
    @Nullable String version,
    @Nullable String stage,
    @Nullable String alias) {

  /** The name of the registered model; only where no logged model is meant. */
  String registered() {
    return Objects.requireNonNull(name, "An address without a model's id has a name.");
  }

  /** Reads an address; nothing if it is none of a model. */
  static Optional<ModelUri> of(ArtifactUri uri) {
    String path = uri.path() + uri.suffix();
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    String[] parts = path.replaceFirst("^/+", "").split("/", -1);
    if (parts.length > 2 || parts[0].isBlank() || (parts.length == 2 && parts[1].isBlank())) {
      return Optional.empty();
    }
    if (parts.length == 2) {
      return Optional.of(ofSuffix(parts[0], parts[1]));
    }
    int at = parts[0].lastIndexOf('@');
    if (at < 0) {
      return Optional.of(new ModelUri(parts[0], null, null, null, null));
    }
    String alias = parts[0].substring(at + 1);
    return alias.isBlank()
        ? Optional.empty()
        : Optional.of(new ModelUri(null, parts[0].substring(0, at), null, null, alias));
  }

  private static ModelUri ofSuffix(String name, String suffix) {
    if (suffix.chars().allMatch(Character::isDigit)) {
      return new ModelUri(null, name, suffix, null, null);
    }
    return suffix.equalsIgnoreCase("latest")
        ? new ModelUri(null, name, null, null, null)
        : new ModelUri(null, name, null, suffix, null);
  }
}
