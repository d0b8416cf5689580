package day2.registry;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.rest.MlflowException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;

/** Wrong answers about making and describing a version, each as somebody would write it. */
final class RegistryMistakes {

  private RegistryMistakes() {}

  /** Takes the number as soon as there is one. */
  @Mistake(task = 1, diagnosis = "not-awaited")
  static final class DoesNotWait extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
      ModelRegistry registry = new ModelRegistry(trackingUri);
      ensureExists(registry, name);
      return registry
          .createModelVersion(name, source, runId, "", Map.of(), Duration.ZERO)
          .getVersion();
    }
  }

  /** Asks once, and takes whatever comes for ready. */
  @Mistake(task = 1, diagnosis = "not-awaited")
  static final class AsksOnce extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
      ModelRegistry registry = new ModelRegistry(trackingUri);
      ensureExists(registry, name);
      String version =
          registry
              .createModelVersion(name, source, runId, "", Map.of(), Duration.ZERO)
              .getVersion();
      return registry.getModelVersion(name, version).getVersion();
    }
  }

  /** Waits until it is no longer pending, which a failed one is not. */
  @Mistake(task = 1, diagnosis = "failed-returned")
  static final class TakesFailedForReady extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
      ModelRegistry registry = new ModelRegistry(trackingUri);
      ensureExists(registry, name);
      ModelVersion version =
          registry.createModelVersion(name, source, runId, "", Map.of(), Duration.ZERO);
      while (version.getStatus() == ModelVersionStatus.PENDING_REGISTRATION) {
        version = registry.getModelVersion(name, version.getVersion());
      }
      return version.getVersion();
    }
  }

  /** Creates the registered model each time. */
  @Mistake(task = 1, diagnosis = "already-exists")
  static final class CreatesTheModelEachTime extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
      ModelRegistry registry = new ModelRegistry(trackingUri);
      registry.createRegisteredModel(name);
      return registry.createModelVersion(name, source, runId).getVersion();
    }
  }

  /** Makes room for the name. */
  @Mistake(task = 1, diagnosis = "history-deleted")
  static final class DeletesTheModelFirst extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      try {
        registry.deleteRegisteredModel(name);
      } catch (MlflowException e) {
        // There was none.
      }
      return super.register(trackingUri, runId, model, name);
    }
  }

  /** Leaves the run out, since the address names it. */
  @Mistake(task = 1, diagnosis = "no-run")
  static final class NamesNoRun extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
      ModelRegistry registry = new ModelRegistry(trackingUri);
      ensureExists(registry, name);
      return registry.createModelVersion(name, source, null).getVersion();
    }
  }

  /** Is right for the first one. */
  @Mistake(task = 1, diagnosis = "first-version-assumed")
  static final class SaysOne extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      super.register(trackingUri, runId, model, name);
      return "1";
    }
  }

  /** Registers with the log, and once more. */
  @Mistake(task = 1, diagnosis = "registered-twice")
  static final class RegistersTwice extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      ModelOptions options = ModelOptions.none().withRegisteredModelName(name);
      String source =
          new SparkModels(trackingUri).logModel(runId, model, "model", options).modelUri();
      return new ModelRegistry(trackingUri).createModelVersion(name, source, runId).getVersion();
    }
  }

  /** Builds the address from what the server's page shows. */
  @Mistake(task = 1, diagnosis = "source-elsewhere")
  static final class PointsBesideTheModel extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      new SparkModels(trackingUri).logModel(runId, model, "model");
      ModelRegistry registry = new ModelRegistry(trackingUri);
      ensureExists(registry, name);
      String source = "runs:/" + runId + "/artifacts/model";
      return registry.createModelVersion(name, source, runId).getVersion();
    }
  }

  /** Mixes up the two descriptions. */
  @Mistake(task = 2, diagnosis = "levels-swapped")
  static final class SwapsTheLevels extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      Card swapped = new Card(card.change(), card.team(), card.purpose(), card.dataVersion());
      super.describe(trackingUri, name, version, swapped);
    }
  }

  /** Writes both descriptions to the model. */
  @Mistake(task = 2, diagnosis = "change-on-model")
  static final class WritesTheChangeToTheModel extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      registry.updateRegisteredModel(name, card.purpose());
      registry.updateRegisteredModel(name, card.change());
      registry.setRegisteredModelTag(name, "team", card.team());
      registry.setModelVersionTag(name, version, "data_version", card.dataVersion());
    }
  }

  /** Writes both descriptions to the version. */
  @Mistake(task = 2, diagnosis = "purpose-on-version")
  static final class WritesThePurposeToTheVersion extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      super.describe(trackingUri, name, version, card);
      new ModelRegistry(trackingUri).updateModelVersion(name, version, card.purpose());
    }
  }

  /** Puts both tags on the model. */
  @Mistake(task = 2, diagnosis = "data-version-on-model")
  static final class TagsTheModelTwice extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      registry.updateRegisteredModel(name, card.purpose());
      registry.updateModelVersion(name, version, card.change());
      registry.setRegisteredModelTag(name, "team", card.team());
      registry.setRegisteredModelTag(name, "data_version", card.dataVersion());
    }
  }

  /** Puts both tags on the version. */
  @Mistake(task = 2, diagnosis = "team-on-version")
  static final class TagsTheVersionTwice extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      registry.updateRegisteredModel(name, card.purpose());
      registry.updateModelVersion(name, version, card.change());
      registry.setModelVersionTag(name, version, "team", card.team());
      registry.setModelVersionTag(name, version, "data_version", card.dataVersion());
    }
  }

  /** Describes what is there last. */
  @Mistake(task = 2, diagnosis = "newest-described")
  static final class DescribesTheNewest extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      List<ModelVersion> all = versions(new ModelRegistry(trackingUri), name);
      super.describe(trackingUri, name, all.get(all.size() - 1).getVersion(), card);
    }
  }

  /** Takes the description for one more tag. */
  @Mistake(task = 2, diagnosis = "description-as-tag")
  static final class TagsTheDescription extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      registry.setRegisteredModelTag(name, "description", card.purpose());
      registry.setRegisteredModelTag(name, "team", card.team());
      registry.setModelVersionTag(name, version, "description", card.change());
      registry.setModelVersionTag(name, version, "data_version", card.dataVersion());
    }
  }
}
