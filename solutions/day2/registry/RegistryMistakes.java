package day2.registry;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.rest.MlflowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunData;
import org.mlflow.tracking.MlflowClient;

/** Answers that look right and are not, each as somebody would write it. */
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

  /** Moves the version and nobody else. */
  @Mistake(task = 3, diagnosis = "two-in-production")
  static final class ArchivesNobody extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      List<Move> log = new ArrayList<>();
      String stage = registry.getModelVersion(name, version).getCurrentStage();
      if (stage.equals("None")) {
        registry.transitionModelVersionStage(name, version, "Staging", false);
        log.add(new Move(version, "None", "Staging"));
        stage = "Staging";
      }
      if (!stage.equals("Production")) {
        registry.transitionModelVersionStage(name, version, "Production", false);
        log.add(new Move(version, stage, "Production"));
      }
      return log;
    }
  }

  /** Archives in the second step only. */
  @Mistake(task = 3, diagnosis = "staging-not-archived")
  static final class LeavesTheCandidateInStaging extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      List<Move> log = new ArrayList<>();
      if (registry.getModelVersion(name, version).getCurrentStage().equals("None")) {
        registry.transitionModelVersionStage(name, version, "Staging", false);
        log.add(new Move(version, "None", "Staging"));
      }
      log.addAll(super.goLive(trackingUri, name, version));
      return log;
    }
  }

  /** Goes straight there. */
  @Mistake(task = 3, diagnosis = "staging-skipped")
  static final class SkipsStaging extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String stage = registry.getModelVersion(name, version).getCurrentStage();
      return stage.equals("Production")
          ? List.of()
          : enter(registry, name, version, stage, "Production");
    }
  }

  /** Takes an alias for a stage. */
  @Mistake(task = 3, diagnosis = "alias-for-stage")
  static final class SetsAnAlias extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String stage = registry.getModelVersion(name, version).getCurrentStage();
      registry.setRegisteredModelAlias(name, "Production", version);
      return List.of(new Move(version, stage, "Production"));
    }
  }

  /** Archives whatever is not the new one. */
  @Mistake(task = 3, diagnosis = "everything-archived")
  static final class ArchivesEverything extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      List<Move> log = super.goLive(trackingUri, name, version);
      ModelRegistry registry = new ModelRegistry(trackingUri);
      for (ModelVersion other : versions(registry, name)) {
        if (!other.getVersion().equals(version)) {
          registry.transitionModelVersionStage(name, other.getVersion(), "Archived", false);
        }
      }
      return log;
    }
  }

  /** Takes one step at a time, and waits for somebody to take the second. */
  @Mistake(task = 3, diagnosis = "left-in-staging")
  static final class StopsInStaging extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String stage = registry.getModelVersion(name, version).getCurrentStage();
      return stage.equals("None")
          ? enter(registry, name, version, stage, "Staging")
          : super.goLive(trackingUri, name, version);
    }
  }

  /** Rolls back with a copy of the old version. */
  @Mistake(task = 3, diagnosis = "re-registered")
  static final class RollsBackWithACopy extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      ModelVersion old = registry.getModelVersion(name, version);
      if (!old.getCurrentStage().equals("Archived")) {
        return super.goLive(trackingUri, name, version);
      }
      String copy = registry.createModelVersion(name, old.getSource(), old.getRunId()).getVersion();
      return enter(registry, name, copy, "None", "Production");
    }
  }

  /** Tries once more what was in use already. */
  @Mistake(task = 3, diagnosis = "rollback-through-staging")
  static final class RollsBackThroughStaging extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      List<Move> log = new ArrayList<>();
      if (registry.getModelVersion(name, version).getCurrentStage().equals("Archived")) {
        log.addAll(enter(registry, name, version, "Archived", "Staging"));
      }
      log.addAll(super.goLive(trackingUri, name, version));
      return log;
    }
  }

  /** Writes down what should happen. */
  @Mistake(task = 3, diagnosis = "nothing-moved")
  static final class OnlyWritesTheLog extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String stage = registry.getModelVersion(name, version).getCurrentStage();
      return stage.equals("None")
          ? List.of(new Move(version, stage, "Staging"), new Move(version, "Staging", "Production"))
          : List.of(new Move(version, stage, "Production"));
    }
  }

  /** Tells of the version alone. */
  @Mistake(task = 3, diagnosis = "archived-not-logged")
  static final class LogsItselfOnly extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      return super.goLive(trackingUri, name, version).stream()
          .filter(move -> move.version().equals(version))
          .toList();
    }
  }

  /** Asks for the stage when it is a new one. */
  @Mistake(task = 3, diagnosis = "stage-asked-too-late")
  static final class AsksForTheStageTooLate extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      return super.goLive(trackingUri, name, version).stream()
          .map(move -> new Move(move.version(), move.to(), move.to()))
          .toList();
    }
  }

  /** Sorts the archived ones as texts. */
  @Mistake(task = 3, diagnosis = "numbers-as-text")
  static final class SortsTheLogAsText extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      List<Move> log = new ArrayList<>(super.goLive(trackingUri, name, version));
      int last = log.size() - 1;
      while (last >= 0 && log.get(last).to().equals("Archived")) {
        last--;
      }
      log.subList(last + 1, log.size()).sort(Comparator.comparing(Move::version));
      return log;
    }
  }

  /** Begins with those that have to go. */
  @Mistake(task = 3, diagnosis = "other-order")
  static final class LogsTheArchivedFirst extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      List<Move> log = new ArrayList<>(super.goLive(trackingUri, name, version));
      Collections.reverse(log);
      return log;
    }
  }

  /** Enters a stage that it is in. */
  @Mistake(task = 3, diagnosis = "already-there-logged")
  static final class EntersAgain extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      List<Move> log = new ArrayList<>();
      String stage = registry.getModelVersion(name, version).getCurrentStage();
      if (stage.equals("None")) {
        log.addAll(enter(registry, name, version, stage, "Staging"));
        stage = "Staging";
      }
      log.addAll(enter(registry, name, version, stage, "Production"));
      return log;
    }
  }

  /** Scores with a version that it finds for an address. */
  abstract static class ScoresOtherwise extends RegistrySolution {
    abstract String versionOf(ModelRegistry registry, String name, String address);

    @Override
    public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
      String address = modelUri.substring("models:/".length());
      String name = address.split("[/@]")[0];
      String version = versionOf(new ModelRegistry(trackingUri), name, address);
      return new SparkModels(trackingUri)
          .loadModel("models:/%s/%s".formatted(name, version))
          .transform(frame)
          .withColumn("model_version", lit(Integer.parseInt(version)));
    }
  }

  /** Takes the newest version for the one in use. */
  @Mistake(task = 4, diagnosis = "newest-version")
  static final class TakesTheNewest extends ScoresOtherwise {
    @Override
    String versionOf(ModelRegistry registry, String name, String address) {
      List<ModelVersion> all = versions(registry, name);
      return address.endsWith("/Production")
          ? all.get(all.size() - 1).getVersion()
          : version(registry, name, address);
    }
  }

  /** Looks for an alias that is called like the stage. */
  @Mistake(task = 4, diagnosis = "alias-for-stage")
  static final class AsksForAnAlias extends ScoresOtherwise {
    @Override
    String versionOf(ModelRegistry registry, String name, String address) {
      String which = address.substring(name.length() + 1);
      return which.matches("\\d+")
          ? which
          : registry.getModelVersionByAlias(name, which).getVersion();
    }
  }

  /** Takes whatever is called like a stage for one. */
  @Mistake(task = 4, diagnosis = "stage-for-alias")
  static final class KnowsStagesByTheirNames extends ScoresOtherwise {
    @Override
    String versionOf(ModelRegistry registry, String name, String address) {
      String which = address.substring(name.length() + 1);
      return Set.of("Staging", "Production").contains(which)
          ? version(registry, name, name + "/" + which)
          : version(registry, name, address);
    }
  }

  /** Loads what is in use, whatever is asked for. */
  @Mistake(task = 4, diagnosis = "one-version-for-all")
  static final class AlwaysLoadsProduction extends ScoresOtherwise {
    @Override
    String versionOf(ModelRegistry registry, String name, String address) {
      return version(registry, name, name + "/Production");
    }
  }

  /** Loads a number that was right on one day. */
  @Mistake(task = 4, diagnosis = "one-version-for-all")
  static final class LoadsAFixedNumber extends ScoresOtherwise {
    @Override
    String versionOf(ModelRegistry registry, String name, String address) {
      return "1";
    }
  }

  /** Loads what is asked for and tells what is in use. */
  @Mistake(task = 4, diagnosis = "other-version-told")
  static final class TellsAnotherVersion extends RegistrySolution {
    @Override
    public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
      String name = modelUri.substring("models:/".length()).split("[/@]")[0];
      String told =
          new ModelRegistry(trackingUri).getLatestVersions(name, "Production").get(0).getVersion();
      return new SparkModels(trackingUri)
          .loadModel(modelUri)
          .transform(frame)
          .withColumn("model_version", lit(Integer.parseInt(told)));
    }
  }

  /** Cuts the address at the slash only. */
  @Mistake(task = 4, diagnosis = "at-not-split")
  static final class CutsAtTheSlash extends RegistrySolution {
    @Override
    public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
      String[] parts = modelUri.split("/");
      String which = parts[parts.length - 1];
      String version =
          which.matches("\\d+")
              ? which
              : new ModelRegistry(trackingUri)
                  .getLatestVersions(parts[1], which)
                  .get(0)
                  .getVersion();
      return new SparkModels(trackingUri)
          .loadModel(modelUri)
          .transform(frame)
          .withColumn("model_version", lit(Integer.parseInt(version)));
    }
  }

  /** Compares two maps in another way. */
  abstract static class ComparesOtherwise extends RegistrySolution {
    abstract List<Difference> between(
        String kind, Map<String, String> first, Map<String, String> second);

    @Override
    public List<Difference> compare(String trackingUri, String name, String first, String second) {
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        RunData one = run(client, trackingUri, name, first);
        RunData two = run(client, trackingUri, name, second);
        List<Difference> all = new ArrayList<>();
        all.addAll(between("param", params(one), params(two)));
        all.addAll(between("metric", metrics(one), metrics(two)));
        all.addAll(
            between("input", inputs(trackingUri, name, first), inputs(trackingUri, name, second)));
        return all;
      }
    }
  }

  /** Tells everything. */
  @Mistake(task = 5, diagnosis = "equal-ones-told")
  static final class TellsWhatIsEqual extends ComparesOtherwise {
    @Override
    List<Difference> between(String kind, Map<String, String> first, Map<String, String> second) {
      Set<String> keys = new TreeSet<>(first.keySet());
      keys.addAll(second.keySet());
      return keys.stream()
          .map(
              key ->
                  new Difference(
                      kind, key, first.getOrDefault(key, ""), second.getOrDefault(key, "")))
          .toList();
    }
  }

  /** Mixes up the sides. */
  @Mistake(task = 5, diagnosis = "sides-swapped")
  static final class SwapsTheSides extends RegistrySolution {
    @Override
    public List<Difference> compare(String trackingUri, String name, String first, String second) {
      return super.compare(trackingUri, name, second, first);
    }
  }

  /** Goes over the keys of the first. */
  @Mistake(task = 5, diagnosis = "keys-of-first-only")
  static final class LooksAtTheFirstOnesKeys extends ComparesOtherwise {
    @Override
    List<Difference> between(String kind, Map<String, String> first, Map<String, String> second) {
      Map<String, String> known = new TreeMap<>(second);
      known.keySet().retainAll(first.keySet());
      return differences(kind, first, known);
    }
  }

  /** Compares what both have. */
  @Mistake(task = 5, diagnosis = "keys-of-both-only")
  static final class LooksAtCommonKeys extends ComparesOtherwise {
    @Override
    List<Difference> between(String kind, Map<String, String> first, Map<String, String> second) {
      Map<String, String> one = new TreeMap<>(first);
      Map<String, String> two = new TreeMap<>(second);
      one.keySet().retainAll(second.keySet());
      two.keySet().retainAll(first.keySet());
      return differences(kind, one, two);
    }
  }

  /** Looks at the runs only. */
  @Mistake(task = 5, diagnosis = "inputs-not-compared")
  static final class ForgetsTheSchema extends ComparesOtherwise {
    @Override
    List<Difference> between(String kind, Map<String, String> first, Map<String, String> second) {
      return kind.equals("input") ? List.of() : differences(kind, first, second);
    }
  }

  /** Takes two decimals for enough. */
  @Mistake(task = 5, diagnosis = "rounded-metrics")
  static final class RoundsTheMetrics extends ComparesOtherwise {
    @Override
    List<Difference> between(String kind, Map<String, String> first, Map<String, String> second) {
      return differences(kind, first, second).stream()
          .filter(
              d -> !kind.equals("metric") || d.first().isEmpty() || d.second().isEmpty() || far(d))
          .toList();
    }

    private static boolean far(Difference d) {
      return Math.round(Double.parseDouble(d.first()) * 100)
          != Math.round(Double.parseDouble(d.second()) * 100);
    }
  }

  /** Sorts all by key. */
  @Mistake(task = 5, diagnosis = "other-order")
  static final class SortsAllByKey extends RegistrySolution {
    @Override
    public List<Difference> compare(String trackingUri, String name, String first, String second) {
      return super.compare(trackingUri, name, first, second).stream()
          .sorted(Comparator.comparing(Difference::key))
          .toList();
    }
  }

  /** Decides in another way. */
  abstract static class DecidesOtherwise extends RegistrySolution {
    abstract boolean isBetter(RunData challenger, RunData champion);

    @Override
    public boolean promote(String trackingUri, String name) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String champion = registry.getModelVersionByAlias(name, "champion").getVersion();
      String challenger = registry.getModelVersionByAlias(name, "challenger").getVersion();
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        boolean better =
            isBetter(
                run(client, trackingUri, name, challenger),
                run(client, trackingUri, name, champion));
        if (better) {
          takeOver(registry, name, champion, challenger);
        }
        return better;
      }
    }
  }

  /** Judges by the rows that were learned. */
  @Mistake(task = 6, diagnosis = "judged-on-train")
  static final class JudgesOnTrain extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "train_rmse") < metric(champion, "train_rmse");
    }
  }

  /** Judges by the rows that should judge the choice. */
  @Mistake(task = 6, diagnosis = "judged-on-test")
  static final class JudgesOnTest extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "test_rmse") < metric(champion, "test_rmse");
    }
  }

  /** Takes an error for a score. */
  @Mistake(task = 6, diagnosis = "larger-is-better")
  static final class TakesTheLarger extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "validation_rmse") > metric(champion, "validation_rmse");
    }
  }

  /** Compares what the server's page shows. */
  @Mistake(task = 6, diagnosis = "numbers-as-text")
  static final class ComparesTexts extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      String reached = metrics(challenger).get("validation_rmse");
      return reached != null && reached.compareTo(metrics(champion).get("validation_rmse")) < 0;
    }
  }

  /** Promotes what is just as good. */
  @Mistake(task = 6, diagnosis = "equal-promoted")
  static final class PromotesEquals extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "validation_rmse") <= metric(champion, "validation_rmse");
    }
  }

  /** Takes what is missing for nothing. */
  @Mistake(task = 6, diagnosis = "missing-as-zero")
  static final class TakesMissingForZero extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      double reached = 0;
      for (Metric metric : challenger.getMetricsList()) {
        if (metric.getKey().equals("validation_rmse")) {
          reached = metric.getValue();
        }
      }
      return reached < metric(champion, "validation_rmse");
    }
  }

  /** Insists on a metric. */
  @Mistake(task = 6, diagnosis = "unvalidated-throws")
  static final class InsistsOnTheMetric extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return Double.parseDouble(metrics(challenger).get("validation_rmse"))
          < Double.parseDouble(metrics(champion).get("validation_rmse"));
    }
  }

  /** Promotes whoever comes. */
  @Mistake(task = 6, diagnosis = "always-promoted")
  static final class PromotesEveryone extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return true;
    }
  }

  /** Promotes nobody. */
  @Mistake(task = 6, diagnosis = "never-promoted")
  static final class PromotesNobody extends DecidesOtherwise {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return false;
    }
  }

  /** Decides as it should, and then moves in another way. */
  abstract static class MovesOtherwise extends RegistrySolution {
    abstract void move(ModelRegistry registry, String name, String champion, String challenger);

    @Override
    public boolean promote(String trackingUri, String name) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String champion = registry.getModelVersionByAlias(name, "champion").getVersion();
      String challenger = registry.getModelVersionByAlias(name, "challenger").getVersion();
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        double toBeat = metric(run(client, trackingUri, name, champion), "validation_rmse");
        double reached = metric(run(client, trackingUri, name, challenger), "validation_rmse");
        if (reached < toBeat) {
          move(registry, name, champion, challenger);
        }
        return reached < toBeat;
      }
    }
  }

  /** Leaves the old champion in Production. */
  @Mistake(task = 6, diagnosis = "two-in-production")
  static final class LeavesTheOldOneInProduction extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry.transitionModelVersionStage(name, challenger, "Production", false);
      registry.setRegisteredModelAlias(name, "champion", challenger);
      registry.setRegisteredModelAlias(name, "previous", champion);
      registry.deleteRegisteredModelAlias(name, "challenger");
    }
  }

  /** Moves names, and one that is called like the stage. */
  @Mistake(task = 6, diagnosis = "alias-for-stage")
  static final class SetsAnAliasForTheStage extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry.setRegisteredModelAlias(name, "Production", challenger);
      registry.setRegisteredModelAlias(name, "champion", challenger);
      registry.setRegisteredModelAlias(name, "previous", champion);
      registry.deleteRegisteredModelAlias(name, "challenger");
    }
  }

  /** Moves the aliases alone. */
  @Mistake(task = 6, diagnosis = "stage-not-moved")
  static final class MovesAliasesOnly extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry.setRegisteredModelAlias(name, "champion", challenger);
      registry.setRegisteredModelAlias(name, "previous", champion);
      registry.deleteRegisteredModelAlias(name, "challenger");
    }
  }

  /** Moves the stage alone. */
  @Mistake(task = 6, diagnosis = "champion-not-moved")
  static final class MovesTheStageOnly extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry.transitionModelVersionStage(name, challenger, "Production", true);
    }
  }

  /** Asks who was the champion when it is another one. */
  @Mistake(task = 6, diagnosis = "previous-not-moved")
  static final class AsksForTheOldChampionTooLate extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry.transitionModelVersionStage(name, challenger, "Production", true);
      registry.setRegisteredModelAlias(name, "champion", challenger);
      String previous = registry.getModelVersionByAlias(name, "champion").getVersion();
      registry.setRegisteredModelAlias(name, "previous", previous);
      registry.deleteRegisteredModelAlias(name, "challenger");
    }
  }

  /** Leaves the version with both aliases. */
  @Mistake(task = 6, diagnosis = "challenger-left")
  static final class LeavesTheChallenger extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry.transitionModelVersionStage(name, challenger, "Production", true);
      registry.setRegisteredModelAlias(name, "champion", challenger);
      registry.setRegisteredModelAlias(name, "previous", champion);
    }
  }

  /** Begins with no alias at all. */
  @Mistake(task = 6, diagnosis = "other-alias-lost")
  static final class ClearsAllAliases extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      registry
          .getRegisteredModel(name)
          .getAliasesList()
          .forEach(alias -> registry.deleteRegisteredModelAlias(name, alias.getAlias()));
      registry.transitionModelVersionStage(name, challenger, "Production", true);
      registry.setRegisteredModelAlias(name, "champion", challenger);
      registry.setRegisteredModelAlias(name, "previous", champion);
    }
  }

  /** Registers the winner anew. */
  @Mistake(task = 6, diagnosis = "re-registered")
  static final class RegistersTheWinner extends MovesOtherwise {
    @Override
    void move(ModelRegistry registry, String name, String champion, String challenger) {
      ModelVersion winner = registry.getModelVersion(name, challenger);
      String copy =
          registry.createModelVersion(name, winner.getSource(), winner.getRunId()).getVersion();
      takeOver(registry, name, champion, copy);
    }
  }

  /** Remembers the champion before it has decided. */
  @Mistake(task = 6, diagnosis = "moved-though-not-better")
  static final class MovesBeforeItDecides extends RegistrySolution {
    @Override
    public boolean promote(String trackingUri, String name) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String champion = registry.getModelVersionByAlias(name, "champion").getVersion();
      registry.setRegisteredModelAlias(name, "previous", champion);
      return super.promote(trackingUri, name);
    }
  }

  /** Cleans up in another way. */
  abstract static class CleansOtherwise extends RegistrySolution {
    List<String> mayGo(ModelRegistry registry, String name) {
      Set<String> named = aliased(registry, name);
      return versions(registry, name).stream()
          .filter(version -> version.getCurrentStage().equals("Archived"))
          .map(ModelVersion::getVersion)
          .filter(version -> !named.contains(version))
          .toList();
    }

    List<String> chosen(List<String> mayGo, int keep) {
      return mayGo.subList(0, Math.max(0, mayGo.size() - keep));
    }

    boolean modelGoes(int all, int mayGo, int deleted) {
      return all == deleted;
    }

    @Override
    public List<String> cleanUp(String trackingUri, String name, int keep) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      int all = versions(registry, name).size();
      List<String> mayGo = mayGo(registry, name);
      List<String> deleted = chosen(mayGo, keep);
      deleted.forEach(version -> registry.deleteModelVersion(name, version));
      if (modelGoes(all, mayGo.size(), deleted.size())) {
        registry.deleteRegisteredModel(name);
      }
      return deleted;
    }
  }

  /** Deletes what is not in use. */
  @Mistake(task = 7, diagnosis = "not-archived-deleted")
  static final class DeletesWithoutArchiving extends CleansOtherwise {
    @Override
    List<String> mayGo(ModelRegistry registry, String name) {
      Set<String> named = aliased(registry, name);
      return versions(registry, name).stream()
          .filter(version -> !version.getCurrentStage().equals("Production"))
          .map(ModelVersion::getVersion)
          .filter(version -> !named.contains(version))
          .toList();
    }
  }

  /** Archives what it wants to delete. */
  @Mistake(task = 7, diagnosis = "not-archived-deleted")
  static final class ArchivesToDelete extends CleansOtherwise {
    @Override
    List<String> mayGo(ModelRegistry registry, String name) {
      for (ModelVersion version : versions(registry, name)) {
        if (version.getCurrentStage().equals("None")) {
          registry.transitionModelVersionStage(name, version.getVersion(), "Archived", false);
        }
      }
      return super.mayGo(registry, name);
    }

    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return super.chosen(mayGo, Math.min(keep, mayGo.size()));
    }
  }

  /** Does not look at the aliases. */
  @Mistake(task = 7, diagnosis = "alias-ignored")
  static final class IgnoresAliases extends CleansOtherwise {
    @Override
    List<String> mayGo(ModelRegistry registry, String name) {
      return versions(registry, name).stream()
          .filter(version -> version.getCurrentStage().equals("Archived"))
          .map(ModelVersion::getVersion)
          .toList();
    }
  }

  /** Sorts numbers as texts. */
  @Mistake(task = 7, diagnosis = "numbers-as-text")
  static final class SortsVersionsAsText extends CleansOtherwise {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return super.chosen(mayGo.stream().sorted().toList(), keep);
    }
  }

  /** Keeps the oldest. */
  @Mistake(task = 7, diagnosis = "newest-deleted")
  static final class KeepsTheOldest extends CleansOtherwise {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return mayGo.subList(Math.min(keep, mayGo.size()), mayGo.size());
    }
  }

  /** Keeps none. */
  @Mistake(task = 7, diagnosis = "keep-ignored")
  static final class KeepsNone extends CleansOtherwise {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return mayGo;
    }
  }

  /** Cuts the list at a negative place. */
  @Mistake(task = 7, diagnosis = "more-kept-than-there")
  static final class CutsTooFar extends CleansOtherwise {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return mayGo.subList(0, mayGo.size() - keep);
    }
  }

  /** Takes no archived version for no version. */
  @Mistake(task = 7, diagnosis = "whole-model-deleted")
  static final class DeletesTheWholeModel extends CleansOtherwise {
    @Override
    boolean modelGoes(int all, int mayGo, int deleted) {
      return mayGo == deleted;
    }
  }

  /** Leaves a name without versions. */
  @Mistake(task = 7, diagnosis = "empty-model-left")
  static final class LeavesAnEmptyModel extends CleansOtherwise {
    @Override
    boolean modelGoes(int all, int mayGo, int deleted) {
      return false;
    }
  }

  /** Tells the numbers as a set of texts has them. */
  @Mistake(task = 7, diagnosis = "told-as-text")
  static final class TellsThemAsText extends RegistrySolution {
    @Override
    public List<String> cleanUp(String trackingUri, String name, int keep) {
      return List.copyOf(new TreeSet<>(super.cleanUp(trackingUri, name, keep)));
    }
  }

  /** Tells the numbers as they come. */
  @Mistake(task = 7, diagnosis = "told-in-other-order")
  static final class TellsThemBackwards extends RegistrySolution {
    @Override
    public List<String> cleanUp(String trackingUri, String name, int keep) {
      List<String> deleted = new ArrayList<>(super.cleanUp(trackingUri, name, keep));
      Collections.reverse(deleted);
      return deleted;
    }
  }
}
