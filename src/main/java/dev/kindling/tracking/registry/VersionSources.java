package dev.kindling.tracking.registry;

import dev.kindling.tracking.artifacts.ArtifactUri;
import dev.kindling.tracking.artifacts.LocalPath;
import dev.kindling.tracking.artifacts.RunArtifacts;
import dev.kindling.tracking.protocol.TrackingException;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rules for where a version may be registered from. */
final class VersionSources {

  /**
   * Where a version comes from.
   *
   * @param storageLocation where its files are
   */
  record Origin(String source, String runId, String storageLocation) {}

  /**
   * Checks a source. Another version as source is followed to its files and brings its run along.
   *
   * @throws TrackingException when the source could show what is not the run's own
   */
  Origin resolve(Handle handle, NewVersion asked) {
    ArtifactUri uri = ArtifactUri.of(asked.source());
    boolean prompt = Prompts.isPrompt(asked.tags());
    if (prompt) {
      Prompts.checkSource(asked.source());
      return new Origin(asked.source(), asked.runId(), asked.source());
    }
    if (uri.namesHost()) {
      throw TrackingException.invalid(
          "'source' cannot use the '%s' scheme: the '%s' scheme addresses a host other than the"
              + " tracking server's configured artifact storage, so the server would connect to the"
              + " host named in the URI.",
          uri.scheme(), uri.scheme());
    }
    Optional<Origin> version =
        uri.scheme().equals("models") ? version(handle, asked, uri) : Optional.empty();
    if (!asked.modelId().isEmpty()) {
      checkOfModel(asked.source(), uri);
      throw TrackingException.missing("Logged model with ID '%s' not found.", asked.modelId());
    }
    checkOfRun(handle, asked.source(), uri, asked.runId());
    return version.orElseGet(() -> new Origin(asked.source(), asked.runId(), asked.source()));
  }

  private static Optional<Origin> version(Handle handle, NewVersion asked, ArtifactUri uri) {
    if (!uri.authority().isEmpty()) {
      throw TrackingException.invalid(
          "Invalid model version source: '%s'. Registered model sources must use the active model registry.",
          asked.source());
    }
    ModelUri model = ModelUri.of(uri).orElseThrow(() -> notOf(asked.source(), "model_id"));
    if (model.modelId() != null) {
      return Optional.empty();
    }
    RegistryNames.checkModel(model.registered());
    if (new ModelRows(handle).get(model.registered()).isPrompt()) {
      throw TrackingException.invalid(
          "Invalid model version source: '%s'. Prompt versions cannot be used as model version sources.",
          asked.source());
    }
    ModelVersion found = found(new VersionLookup(handle), model);
    String foundRun = found.runId() == null ? "" : found.runId();
    if ((asked.givenRunId() && !asked.runId().equals(foundRun))
        || (asked.givenModelId() && !asked.modelId().isEmpty())) {
      throw TrackingException.invalid(
          "Invalid model version source: '%s'. The run_id and model_id request parameters must match the referenced model version.",
          asked.source());
    }
    return Optional.of(
        new Origin(
            "models:/%s/%d".formatted(found.name(), found.version()),
            asked.givenRunId() ? asked.runId() : foundRun,
            found.downloadUri()));
  }

  private static ModelVersion found(VersionLookup versions, ModelUri model) {
    if (model.version() != null) {
      return versions.byNumber(model.registered(), model.version());
    }
    if (model.alias() != null) {
      RegistryNames.checkAlias(model.alias());
      return versions.byAlias(model.registered(), model.alias());
    }
    return versions.newest(model.registered(), model.stage());
  }

  private static void checkOfRun(Handle handle, String source, ArtifactUri uri, String runId) {
    if (uri.isLocal()) {
      checkLocal(handle, source, uri, runId);
      return;
    }
    PlainSource.check(source);
    boolean allowed =
        switch (uri.scheme()) {
          case "runs" ->
              uri.authority().isEmpty()
                  && !runId.isEmpty()
                  && uri.path().split("/", -1).length > 1
                  && uri.path().split("/", -1)[1].equals(runId);
          case "mlflow-artifacts" ->
              !runId.isEmpty() && uri.isWithin(ArtifactUri.of(artifacts(handle, source, runId)));
          case "models" -> ModelUri.of(uri).filter(model -> model.modelId() == null).isPresent();
          default -> true;
        };
    if (!allowed) {
      throw notOf(source, uri.scheme().equals("models") ? "model_id" : "run_id");
    }
  }

  private static void checkLocal(Handle handle, String source, ArtifactUri uri, String runId) {
    if (runId.isEmpty() || !isWithin(uri, artifacts(handle, source, runId))) {
      throw TrackingException.invalid(
          "Invalid model version source: '%s'. To use a local path as a model version source, the"
              + " run_id request parameter has to be specified and the local path has to be"
              + " contained within the artifact directory of the run specified by the run_id.",
          source);
    }
  }

  private static boolean isWithin(ArtifactUri uri, String artifacts) {
    Optional<Path> outer = LocalPath.of(ArtifactUri.of(artifacts));
    return outer.isPresent()
        && LocalPath.of(uri).filter(inner -> inner.startsWith(outer.get())).isPresent();
  }

  /** No logged model is kept here, so that none can contain a source. */
  private static void checkOfModel(String source, ArtifactUri uri) {
    if (uri.isLocal() || uri.scheme().equals("runs") || uri.isServed()) {
      throw notOf(source, "model_id");
    }
    PlainSource.check(source);
  }

  private static String artifacts(Handle handle, String source, String runId) {
    return RunArtifacts.find(handle, runId).orElseThrow(() -> notOf(source, "run_id"));
  }

  private static TrackingException notOf(String source, String field) {
    return TrackingException.invalid(
        "Invalid model version source: '%s'. The %s request parameter must identify the resource that contains the source.",
        source, field);
  }
}
