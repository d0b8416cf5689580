package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Finds a version by what clients call it: a number, an alias, a stage. */
final class VersionLookup {

  private final Handle handle;

  VersionLookup(Handle handle) {
    this.handle = handle;
  }

  /**
   * A version by its number.
   *
   * @throws TrackingException when the text is no number, or there is none of it
   */
  ModelVersion byNumber(String name, String version) {
    RegistryNames.checkModel(name);
    long number = VersionNumber.of(version);
    return new VersionRows(handle)
        .find(new VersionKey(name, number))
        .orElseThrow(
            () ->
                TrackingException.missing(
                    "Model Version (name=%s, version=%s) not found", name, version));
  }

  /**
   * A version by an alias, or the newest one by {@code latest}.
   *
   * @throws TrackingException when the model or the alias is not there
   */
  ModelVersion byAlias(String name, String alias) {
    if (RegistryNames.isLatest(alias)) {
      return newest(
          name,
          null,
          () -> TrackingException.missing("Latest version not found for model %s.", name));
    }
    new ModelRows(handle).require(name);
    OptionalLong version = new AliasRows(handle).version(name, alias);
    if (version.isEmpty()) {
      throw TrackingException.invalid("Registered model alias %s not found.", alias);
    }
    return byNumber(name, Long.toString(version.getAsLong()));
  }

  /**
   * The newest version of a stage.
   *
   * @param stage or null for any
   */
  ModelVersion newest(String name, @Nullable String stage) {
    return newest(
        name,
        stage,
        () ->
            new TrackingException(
                ErrorCode.INTERNAL_ERROR,
                "No versions of model with name '%s'%s found"
                    .formatted(name, stage == null ? "" : " and stage '%s'".formatted(stage))));
  }

  private ModelVersion newest(
      String name, @Nullable String stage, Supplier<TrackingException> none) {
    String label = stage == null ? null : Stage.of(stage).label();
    ModelVersion newest =
        new ModelRows(handle)
            .get(name).latestVersions().stream()
                .filter(version -> label == null || label.equals(version.stage()))
                .max(Comparator.comparingLong(ModelVersion::version))
                .orElseThrow(none);
    return new VersionRows(handle).find(newest.key()).orElseThrow(none);
  }
}
