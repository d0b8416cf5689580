package dev.kindling.mlflow;

import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.RestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mlflow.api.proto.ModelRegistry.CreateModelVersion;
import org.mlflow.api.proto.ModelRegistry.CreateRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.DeleteModelVersion;
import org.mlflow.api.proto.ModelRegistry.DeleteModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.DeleteRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.DeleteRegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.DeleteRegisteredModelTag;
import org.mlflow.api.proto.ModelRegistry.GetLatestVersions;
import org.mlflow.api.proto.ModelRegistry.GetModelVersion;
import org.mlflow.api.proto.ModelRegistry.GetModelVersionByAlias;
import org.mlflow.api.proto.ModelRegistry.GetModelVersionDownloadUri;
import org.mlflow.api.proto.ModelRegistry.GetRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelTag;
import org.mlflow.api.proto.ModelRegistry.RenameRegisteredModel;
import org.mlflow.api.proto.ModelRegistry.SearchModelVersions;
import org.mlflow.api.proto.ModelRegistry.SearchRegisteredModels;
import org.mlflow.api.proto.ModelRegistry.SetModelVersionTag;
import org.mlflow.api.proto.ModelRegistry.SetRegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.SetRegisteredModelTag;
import org.mlflow.api.proto.ModelRegistry.TransitionModelVersionStage;
import org.mlflow.api.proto.ModelRegistry.UpdateModelVersion;
import org.mlflow.api.proto.ModelRegistry.UpdateRegisteredModel;

/**
 * The model registry, all of it: what Python's {@code MlflowClient} can do with registered models,
 * their versions, stages, tags and aliases, under the same names. Every method is one call to the
 * server and throws {@link MlflowException} when the server refuses or cannot be reached.
 */
public final class ModelRegistry {

  /** As long as Python's client waits for a new version. */
  public static final Duration AWAIT_CREATION = Duration.ofMinutes(5);

  private final ProtoCalls calls;

  /**
   * @param trackingUri such as {@code http://127.0.0.1:5000}; a user or a token is read from the
   *     environment, as Python's client does
   */
  public ModelRegistry(String trackingUri) {
    this(RestClient.of(trackingUri));
  }

  ModelRegistry(RestClient server) {
    calls = new ProtoCalls(server);
  }

  /** Creates a model without versions. */
  public RegisteredModel createRegisteredModel(String name) {
    return createRegisteredModel(name, "", Map.of());
  }

  /**
   * Creates a model without versions.
   *
   * @param description for people; empty for none
   * @throws MlflowException with {@link MlflowException#ALREADY_EXISTS} when there is one
   */
  public RegisteredModel createRegisteredModel(
      String name, String description, Map<String, String> tags) {
    CreateRegisteredModel.Builder request =
        CreateRegisteredModel.newBuilder().setName(name).setDescription(description);
    tags.forEach(
        (key, value) ->
            request.addTags(RegisteredModelTag.newBuilder().setKey(key).setValue(value)));
    return calls
        .post("registered-models/create", request, CreateRegisteredModel.Response.newBuilder())
        .getRegisteredModel();
  }

  /** The model with its tags, aliases, and the newest version of each stage. */
  public RegisteredModel getRegisteredModel(String name) {
    return calls
        .get(
            "registered-models/get",
            GetRegisteredModel.newBuilder().setName(name),
            GetRegisteredModel.Response.newBuilder())
        .getRegisteredModel();
  }

  /** Gives a model another name; versions, tags and aliases go along. */
  public RegisteredModel renameRegisteredModel(String name, String newName) {
    return calls
        .post(
            "registered-models/rename",
            RenameRegisteredModel.newBuilder().setName(name).setNewName(newName),
            RenameRegisteredModel.Response.newBuilder())
        .getRegisteredModel();
  }

  /** Changes a model's description. */
  public RegisteredModel updateRegisteredModel(String name, String description) {
    return calls
        .patch(
            "registered-models/update",
            UpdateRegisteredModel.newBuilder().setName(name).setDescription(description),
            UpdateRegisteredModel.Response.newBuilder())
        .getRegisteredModel();
  }

  /** Deletes a model with all its versions. */
  public void deleteRegisteredModel(String name) {
    calls.delete("registered-models/delete", DeleteRegisteredModel.newBuilder().setName(name));
  }

  /**
   * Searches models, all pages of them, by name.
   *
   * @param filter such as {@code name ILIKE '%price%'} or {@code tags.team = 'growth'}; empty for
   *     all
   */
  public Stream<RegisteredModel> searchRegisteredModels(String filter) {
    return ResultPage.all(token -> searchRegisteredModels(filter, 100, List.of(), token));
  }

  /**
   * Searches models, one page of them.
   *
   * @param maxResults at most 1000
   * @param orderBy such as {@code name DESC} or {@code timestamp ASC}
   * @param pageToken of the page before; null for the first page
   */
  public ResultPage<RegisteredModel> searchRegisteredModels(
      String filter, int maxResults, List<String> orderBy, String pageToken) {
    SearchRegisteredModels.Builder request =
        SearchRegisteredModels.newBuilder().setMaxResults(maxResults).addAllOrderBy(orderBy);
    if (!filter.isEmpty()) {
      request.setFilter(filter);
    }
    if (pageToken != null) {
      request.setPageToken(pageToken);
    }
    SearchRegisteredModels.Response.Builder found =
        calls.get(
            "registered-models/search", request, SearchRegisteredModels.Response.newBuilder());
    return ResultPage.of(found.getRegisteredModelsList(), found.getNextPageToken());
  }

  /**
   * The newest version of each stage.
   *
   * @param stages such as {@code Production}; none for all stages that have a version
   */
  public List<ModelVersion> getLatestVersions(String name, String... stages) {
    return calls
        .post(
            "registered-models/get-latest-versions",
            GetLatestVersions.newBuilder().setName(name).addAllStages(List.of(stages)),
            GetLatestVersions.Response.newBuilder())
        .getModelVersionsList();
  }

  /** Sets a model's tag, over the value it had. */
  public void setRegisteredModelTag(String name, String key, String value) {
    calls.post(
        "registered-models/set-tag",
        SetRegisteredModelTag.newBuilder().setName(name).setKey(key).setValue(value));
  }

  /** Takes a tag from a model. */
  public void deleteRegisteredModelTag(String name, String key) {
    calls.delete(
        "registered-models/delete-tag",
        DeleteRegisteredModelTag.newBuilder().setName(name).setKey(key));
  }

  /**
   * Points an alias, such as {@code champion}, at a version; it points at one version at a time.
   */
  public void setRegisteredModelAlias(String name, String alias, String version) {
    calls.post(
        "registered-models/alias",
        SetRegisteredModelAlias.newBuilder().setName(name).setAlias(alias).setVersion(version));
  }

  /** Takes an alias away; the version stays. */
  public void deleteRegisteredModelAlias(String name, String alias) {
    calls.delete(
        "registered-models/alias",
        DeleteRegisteredModelAlias.newBuilder().setName(name).setAlias(alias));
  }

  /**
   * The version that an alias points at.
   *
   * @throws MlflowException with {@link MlflowException#INVALID_VALUE} when there is no such alias
   */
  public ModelVersion getModelVersionByAlias(String name, String alias) {
    return calls
        .get(
            "registered-models/alias",
            GetModelVersionByAlias.newBuilder().setName(name).setAlias(alias),
            GetModelVersionByAlias.Response.newBuilder())
        .getModelVersion();
  }

  /** Adds a version without description and tags, and waits until it is ready. */
  public ModelVersion createModelVersion(String name, String source, String runId) {
    return createModelVersion(name, source, runId, "", Map.of(), AWAIT_CREATION);
  }

  /**
   * Adds a version to a model.
   *
   * @param source where its files are, such as {@code runs:/<id>/model}
   * @param runId the run that made it; null for none
   * @param description for people; empty for none
   * @param awaitCreation how long to wait until the version is ready; zero for not at all
   * @throws MlflowException also when the version does not get ready
   */
  public ModelVersion createModelVersion(
      String name,
      String source,
      String runId,
      String description,
      Map<String, String> tags,
      Duration awaitCreation) {
    CreateModelVersion.Builder request =
        CreateModelVersion.newBuilder().setName(name).setSource(source).setDescription(description);
    if (runId != null) {
      request.setRunId(runId);
    }
    tags.forEach(
        (key, value) -> request.addTags(ModelVersionTag.newBuilder().setKey(key).setValue(value)));
    ModelVersion created =
        calls
            .post("model-versions/create", request, CreateModelVersion.Response.newBuilder())
            .getModelVersion();
    return new VersionCreation(this::getModelVersion, awaitCreation).await(created);
  }

  /** One version of a model. */
  public ModelVersion getModelVersion(String name, String version) {
    return calls
        .get(
            "model-versions/get",
            GetModelVersion.newBuilder().setName(name).setVersion(version),
            GetModelVersion.Response.newBuilder())
        .getModelVersion();
  }

  /** Where the files of a version are, such as {@code mlflow-artifacts:/1/…/artifacts/model}. */
  public String getModelVersionDownloadUri(String name, String version) {
    return calls
        .get(
            "model-versions/get-download-uri",
            GetModelVersionDownloadUri.newBuilder().setName(name).setVersion(version),
            GetModelVersionDownloadUri.Response.newBuilder())
        .getArtifactUri();
  }

  /** Changes a version's description. */
  public ModelVersion updateModelVersion(String name, String version, String description) {
    return calls
        .patch(
            "model-versions/update",
            UpdateModelVersion.newBuilder()
                .setName(name)
                .setVersion(version)
                .setDescription(description),
            UpdateModelVersion.Response.newBuilder())
        .getModelVersion();
  }

  /**
   * Moves a version to another stage.
   *
   * @param stage {@code None}, {@code Staging}, {@code Production} or {@code Archived}
   * @param archiveExistingVersions whether those that were in that stage go to {@code Archived};
   *     without it, a stage can hold several versions
   */
  public ModelVersion transitionModelVersionStage(
      String name, String version, String stage, boolean archiveExistingVersions) {
    return calls
        .post(
            "model-versions/transition-stage",
            TransitionModelVersionStage.newBuilder()
                .setName(name)
                .setVersion(version)
                .setStage(stage)
                .setArchiveExistingVersions(archiveExistingVersions),
            TransitionModelVersionStage.Response.newBuilder())
        .getModelVersion();
  }

  /** Deletes a version; its number is not given again, and its aliases go with it. */
  public void deleteModelVersion(String name, String version) {
    calls.delete(
        "model-versions/delete", DeleteModelVersion.newBuilder().setName(name).setVersion(version));
  }

  /** Sets a version's tag, over the value it had. */
  public void setModelVersionTag(String name, String version, String key, String value) {
    calls.post(
        "model-versions/set-tag",
        SetModelVersionTag.newBuilder()
            .setName(name)
            .setVersion(version)
            .setKey(key)
            .setValue(value));
  }

  /** Takes a tag from a version. */
  public void deleteModelVersionTag(String name, String version, String key) {
    calls.delete(
        "model-versions/delete-tag",
        DeleteModelVersionTag.newBuilder().setName(name).setVersion(version).setKey(key));
  }

  /**
   * Searches versions, all pages of them, the latest changed first. With servers on SQL the aliases
   * are not part of the answer: ask {@link #getModelVersion} for them.
   *
   * @param filter such as {@code name = 'price'} or {@code run_id = '…'}; empty for all
   */
  public Stream<ModelVersion> searchModelVersions(String filter) {
    return ResultPage.all(token -> searchModelVersions(filter, 1000, List.of(), token));
  }

  /**
   * Searches versions, one page of them.
   *
   * @param orderBy such as {@code version_number ASC}
   * @param pageToken of the page before; null for the first page
   */
  public ResultPage<ModelVersion> searchModelVersions(
      String filter, int maxResults, List<String> orderBy, String pageToken) {
    SearchModelVersions.Builder request =
        SearchModelVersions.newBuilder().setMaxResults(maxResults).addAllOrderBy(orderBy);
    if (!filter.isEmpty()) {
      request.setFilter(filter);
    }
    if (pageToken != null) {
      request.setPageToken(pageToken);
    }
    SearchModelVersions.Response.Builder found =
        calls.get("model-versions/search", request, SearchModelVersions.Response.newBuilder());
    return ResultPage.of(found.getModelVersionsList(), found.getNextPageToken());
  }
}
