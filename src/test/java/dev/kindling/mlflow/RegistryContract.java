package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.mlflow.rest.MlflowException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelTag;
import org.mlflow.tracking.MlflowClient;

/** What the registry must be able to do with any server. A subclass names the server. */
abstract class RegistryContract {

  private ModelRegistry registry;
  private String name;

  /** The server; may skip the test. */
  abstract String trackingUri();

  @BeforeEach
  void open() {
    name = "Wohnungen ä " + UUID.randomUUID().toString().substring(0, 8);
    registry = new ModelRegistry(trackingUri());
  }

  private ModelVersion version() {
    return registry.createModelVersion(name, "s3://models/prices", null);
  }

  private static String code(Runnable call) {
    return catchThrowableOfType(MlflowException.class, call::run).errorCode();
  }

  @Test
  void aModelIsCreatedReadChangedAndDeleted() {
    RegisteredModel created =
        registry.createRegisteredModel(name, "predicts", Map.of("team", "growth & co"));
    assertThat(created.getName()).isEqualTo(name);
    assertThat(code(() -> registry.createRegisteredModel(name)))
        .isEqualTo(MlflowException.ALREADY_EXISTS);

    registry.updateRegisteredModel(name, "predicts prices");
    registry.setRegisteredModelTag(name, "city", "Köln");
    registry.deleteRegisteredModelTag(name, "team");
    RegisteredModel read = registry.getRegisteredModel(name);
    assertThat(read.getDescription()).isEqualTo("predicts prices");
    assertThat(read.getTagsList())
        .containsExactly(RegisteredModelTag.newBuilder().setKey("city").setValue("Köln").build());

    String other = name + " 2";
    assertThat(registry.renameRegisteredModel(name, other).getName()).isEqualTo(other);
    assertThat(code(() -> registry.getRegisteredModel(name)))
        .isEqualTo(MlflowException.DOES_NOT_EXIST);
    registry.deleteRegisteredModel(other);
    assertThat(code(() -> registry.deleteRegisteredModel(other)))
        .isEqualTo(MlflowException.DOES_NOT_EXIST);
  }

  @Test
  void versionsCountUpAndAreReady() {
    registry.createRegisteredModel(name);
    try (MlflowClient client = new MlflowClient(trackingUri())) {
      String run = client.createRun().getRunId();
      ModelVersion first =
          registry.createModelVersion(
              name,
              "runs:/" + run + "/model",
              run,
              "the first",
              Map.of("k", "v"),
              ModelRegistry.AWAIT_CREATION);
      assertThat(first.getVersion()).isEqualTo("1");
      assertThat(first.getRunId()).isEqualTo(run);
      assertThat(first.getStatus()).isEqualTo(ModelVersionStatus.READY);
      assertThat(first.getTags(0).getValue()).isEqualTo("v");
    }
    assertThat(version().getVersion()).isEqualTo("2");
    registry.deleteModelVersion(name, "2");
    assertThat(version().getVersion()).isEqualTo("3");
    assertThat(code(() -> registry.getModelVersion(name, "2")))
        .isEqualTo(MlflowException.DOES_NOT_EXIST);

    registry.updateModelVersion(name, "3", "better");
    registry.setModelVersionTag(name, "3", "checked", "yes");
    registry.setModelVersionTag(name, "3", "gone", "soon");
    registry.deleteModelVersionTag(name, "3", "gone");
    ModelVersion third = registry.getModelVersion(name, "3");
    assertThat(third.getDescription()).isEqualTo("better");
    assertThat(third.getTagsList()).hasSize(1);
    assertThat(registry.getModelVersionDownloadUri(name, "3")).isEqualTo("s3://models/prices");
  }

  @Test
  void aStageCanBeClearedForANewVersion() {
    registry.createRegisteredModel(name);
    version();
    version();
    version();
    assertThat(
            registry.transitionModelVersionStage(name, "1", "production", false).getCurrentStage())
        .isEqualTo("Production");
    registry.transitionModelVersionStage(name, "2", "Production", false);
    assertThat(registry.getModelVersion(name, "1").getCurrentStage()).isEqualTo("Production");
    registry.transitionModelVersionStage(name, "3", "Production", true);

    assertThat(registry.getModelVersion(name, "1").getCurrentStage()).isEqualTo("Archived");
    assertThat(registry.getLatestVersions(name, "Production"))
        .extracting(ModelVersion::getVersion)
        .containsExactly("3");
    Map<String, String> latest =
        registry.getLatestVersions(name).stream()
            .collect(Collectors.toMap(ModelVersion::getCurrentStage, ModelVersion::getVersion));
    assertThat(latest).containsEntry("Archived", "2").containsEntry("Production", "3");
    assertThat(code(() -> registry.transitionModelVersionStage(name, "3", "Live", false)))
        .isEqualTo(MlflowException.INVALID_VALUE);
  }

  @Test
  void anAliasPointsAtOneVersionUntilItIsMovedOrTaken() {
    registry.createRegisteredModel(name);
    version();
    version();
    registry.setRegisteredModelAlias(name, "champion", "1");
    assertThat(registry.getModelVersionByAlias(name, "champion").getVersion()).isEqualTo("1");
    registry.setRegisteredModelAlias(name, "champion", "2");
    assertThat(registry.getModelVersionByAlias(name, "champion").getVersion()).isEqualTo("2");
    assertThat(registry.getModelVersion(name, "2").getAliasesList()).containsExactly("champion");
    assertThat(registry.getRegisteredModel(name).getAliasesList())
        .containsExactly(
            RegisteredModelAlias.newBuilder().setAlias("champion").setVersion("2").build());

    registry.deleteRegisteredModelAlias(name, "champion");
    MlflowException gone =
        catchThrowableOfType(
            MlflowException.class, () -> registry.getModelVersionByAlias(name, "champion"));
    assertThat(gone.errorCode()).isEqualTo(MlflowException.INVALID_VALUE);
    assertThat(gone)
        .hasMessage(
            "Registered model alias champion not found. Set it with setRegisteredModelAlias.");
  }

  @Test
  void searchesGoOverAllPages() {
    List<String> names = IntStream.range(0, 5).mapToObj(i -> name + " " + i).toList();
    names.forEach(registry::createRegisteredModel);
    names.forEach(each -> registry.setRegisteredModelTag(each, "set", name));
    String filter = "tags.`set` = '" + name + "'";
    assertThat(registry.searchRegisteredModels(filter).map(RegisteredModel::getName))
        .containsExactlyElementsOf(names);

    ResultPage<RegisteredModel> page =
        registry.searchRegisteredModels(filter, 2, List.of("name DESC"), null);
    assertThat(page.items())
        .extracting(RegisteredModel::getName)
        .containsExactly(names.get(4), names.get(3));
    Function<String, ResultPage<RegisteredModel>> fetch =
        token -> registry.searchRegisteredModels(filter, 2, List.of("name DESC"), token);
    assertThat(ResultPage.all(fetch)).hasSize(5);

    registry.createRegisteredModel(name);
    version();
    version();
    version();
    String versions = "name = '" + name + "'";
    assertThat(registry.searchModelVersions(versions)).hasSize(3);
    ResultPage<ModelVersion> first =
        registry.searchModelVersions(versions, 2, List.of("version_number ASC"), null);
    assertThat(first.items()).extracting(ModelVersion::getVersion).containsExactly("1", "2");
    assertThat(
            registry
                .searchModelVersions(
                    versions, 2, List.of("version_number ASC"), first.nextPageToken().orElseThrow())
                .nextPageToken())
        .isEmpty();
  }
}
