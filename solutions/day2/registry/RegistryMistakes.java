package day2.registry;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.rest.MlflowException;
import java.time.Duration;
import java.util.ArrayList;
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
import org.mlflow.api.proto.Service.RunData;

/** Wrong answers, each as somebody would write it. */
final class RegistryMistakes {

  private RegistryMistakes() {}

  /** Takes the number as soon as there is one. */
  @Mistake(
      task = 1,
      diagnosis = "not-awaited",
      says =
          "When your method returned, nobody had been told that the version is READY: the server was still copying. Who loads it now gets an error. Ask `getModelVersion` again until the status is no longer PENDING_REGISTRATION, or use the `createModelVersion` that waits.")
  static final class DoesNotWait extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      return begun(trackingUri, runId, model, name).getVersion();
    }
  }

  /** Waits until it is no longer pending, which a failed one is not. */
  @Mistake(
      task = 1,
      diagnosis = "failed-returned",
      says =
          "The server said FAILED_REGISTRATION, and your method returned the number as if all were well. There is a version, but no model behind it. Go on only with READY; throw otherwise.")
  static final class TakesFailedForReady extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      ModelVersion version = begun(trackingUri, runId, model, name);
      while (version.getStatus() == ModelVersionStatus.PENDING_REGISTRATION) {
        version = new ModelRegistry(trackingUri).getModelVersion(name, version.getVersion());
      }
      return version.getVersion();
    }
  }

  /** Logs the model and asks for a version, without waiting for it. */
  private static ModelVersion begun(
      String trackingUri, String runId, PipelineModel model, String name) {
    String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
    ModelRegistry registry = new ModelRegistry(trackingUri);
    RegistrySolution.ensureExists(registry, name);
    return registry.createModelVersion(name, source, runId, "", Map.of(), Duration.ZERO);
  }

  /** Makes room for the name. */
  @Mistake(
      task = 1,
      diagnosis = "history-deleted",
      says =
          "The earlier versions are gone: the registered model was deleted and made anew. A name that exists is no obstacle; leave it, and add a version to it.")
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

  /** Registers with the log, and once more. */
  @Mistake(
      task = 1,
      diagnosis = "registered-twice",
      says =
          "There is one version more than there should be: the model was registered twice. With `withRegisteredModelName`, `logModel` has registered it already.")
  static final class RegistersTwice extends RegistrySolution {
    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      ModelOptions options = ModelOptions.none().withRegisteredModelName(name);
      String source =
          new SparkModels(trackingUri).logModel(runId, model, "model", options).modelUri();
      return new ModelRegistry(trackingUri).createModelVersion(name, source, runId).getVersion();
    }
  }

  /** Mixes up the two descriptions. */
  @Mistake(
      task = 2,
      diagnosis = "levels-swapped",
      says =
          "The two descriptions have changed places: the model says what is new in one version, and the version what the model is for. What stays true when the next version comes belongs to the model.")
  static final class SwapsTheLevels extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      Card swapped = new Card(card.change(), card.team(), card.purpose(), card.dataVersion());
      super.describe(trackingUri, name, version, swapped);
    }
  }

  /** Describes what is there last. */
  @Mistake(
      task = 2,
      diagnosis = "newest-described",
      says =
          "The newest version has been described, but another one was asked for. Which version it is, is an argument; use it as it is.")
  static final class DescribesTheNewest extends RegistrySolution {
    @Override
    public void describe(String trackingUri, String name, String version, Card card) {
      List<ModelVersion> all = versions(new ModelRegistry(trackingUri), name);
      super.describe(trackingUri, name, all.get(all.size() - 1).getVersion(), card);
    }
  }

  /** Moves the version and nobody else. */
  @Mistake(
      task = 3,
      diagnosis = "two-in-production",
      says =
          "More than one version is in Production, and `models:/<name>/Production` now means the newest of them, whichever that is. Give `true` for `archiveExistingVersions`, in every step.")
  static final class ArchivesNobody extends RegistrySolution {
    @Override
    List<Move> enter(ModelRegistry registry, String name, String version, String from, String to) {
      registry.transitionModelVersionStage(name, version, to, false);
      return List.of(new Move(version, from, to));
    }
  }

  /** Goes straight there. */
  @Mistake(
      task = 3,
      diagnosis = "staging-skipped",
      says =
          "The version went from None to Production at once: what was in Staging is still there. Staging is where it is tried next to the real thing; a registry that can skip it has no review. Take both steps.")
  static final class SkipsStaging extends RegistrySolution {
    @Override
    List<String> way(String stage) {
      return stage.equals("Production") ? List.of() : List.of("Production");
    }
  }

  /** Archives whatever is not the new one. */
  @Mistake(
      task = 3,
      diagnosis = "everything-archived",
      says =
          "Versions are Archived now that were in no one's way. Only those that the moved version pushes out of their stage should be.")
  static final class ArchivesEverything extends RegistrySolution {
    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      List<Move> log = super.goLive(trackingUri, name, version);
      ModelRegistry registry = new ModelRegistry(trackingUri);
      for (ModelVersion other : versions(registry, name)) {
        if (!log.isEmpty() && !other.getVersion().equals(version)) {
          registry.transitionModelVersionStage(name, other.getVersion(), "Archived", false);
        }
      }
      return log;
    }
  }

  /** Tries once more what was in use already. */
  @Mistake(
      task = 3,
      diagnosis = "rollback-through-staging",
      says =
          "The version was in use before, so it needs no trial: its way through Staging has thrown out the candidate that was tried there. A rollback goes straight to Production.")
  static final class RollsBackThroughStaging extends RegistrySolution {
    @Override
    List<String> way(String stage) {
      return stage.equals("Archived") ? List.of("Staging", "Production") : super.way(stage);
    }
  }

  /** Sorts the archived ones as texts. */
  @Mistake(
      task = 3,
      diagnosis = "numbers-as-text",
      says =
          "The archived versions are in the order of texts: letter by letter, '10' comes before '9'. Compare `Integer.parseInt(version.getVersion())`.")
  static final class SortsTheLogAsText extends RegistrySolution {
    @Override
    List<Move> enter(ModelRegistry registry, String name, String version, String from, String to) {
      List<Move> log = super.enter(registry, name, version, from, to);
      log.subList(1, log.size()).sort(Comparator.comparing(Move::version));
      return log;
    }
  }

  /** Takes the newest version for the one in use. */
  @Mistake(
      task = 4,
      diagnosis = "newest-version",
      says =
          "This is version 12, the newest, and that is not what the address means. The newest is often one that nobody has tried yet: what is in use, the stage or the alias says.")
  static final class TakesTheNewest extends RegistrySolution {
    @Override
    String version(ModelRegistry registry, String name, String address) {
      List<ModelVersion> all = versions(registry, name);
      return address.matches(".*/\\d+")
          ? super.version(registry, name, address)
          : all.get(all.size() - 1).getVersion();
    }
  }

  /** Looks for an alias that is called like the stage. */
  @Mistake(
      task = 4,
      diagnosis = "alias-for-stage",
      says =
          "This is version 3, which has an alias called `Production`, but the address has a slash and asks for the stage. Stages are asked for with `getLatestVersions(name, stage)`, aliases with `getModelVersionByAlias`.")
  static final class AsksForAnAlias extends RegistrySolution {
    @Override
    String version(ModelRegistry registry, String name, String address) {
      String which = address.substring(name.length() + 1);
      return address.equals(name + "/Production")
          ? registry.getModelVersionByAlias(name, which).getVersion()
          : super.version(registry, name, address);
    }
  }

  /** Takes whatever is called like a stage for one. */
  @Mistake(
      task = 4,
      diagnosis = "stage-for-alias",
      says =
          "This is the version in the stage Production, but the address has an `@` and asks for the alias `Production`, which is at version {version}. An alias may be called anything.")
  static final class KnowsStagesByTheirNames extends RegistrySolution {
    @Override
    String version(ModelRegistry registry, String name, String address) {
      String which = address.substring(name.length() + 1);
      return Set.of("Staging", "Production").contains(which)
          ? super.version(registry, name, name + "/" + which)
          : super.version(registry, name, address);
    }
  }

  /** Loads what is in use, whatever is asked for. */
  @Mistake(
      task = 4,
      diagnosis = "one-version-for-all",
      says =
          "This is version 1, the one in Production, whatever the address asks for. The argument decides which version, stage or alias is meant; when the registry changes, the same code must load another version.")
  static final class AlwaysLoadsProduction extends RegistrySolution {
    @Override
    String version(ModelRegistry registry, String name, String address) {
      return super.version(registry, name, name + "/Production");
    }
  }

  /** Looks the number up, and lets the server look once more. */
  @Mistake(
      task = 4,
      diagnosis = "loads-by-address",
      says =
          "The number that you told and the model that scored the rows are not of the same version: between your two questions another version entered the stage. Look the number up once, and load `models:/<name>/<number>`, which means the same for ever.")
  static final class LoadsByAddress extends RegistrySolution {
    @Override
    public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
      String address = modelUri.substring("models:/".length());
      String name = address.split("[/@]")[0];
      String version = version(new ModelRegistry(trackingUri), name, address);
      return new SparkModels(trackingUri)
          .loadModel(modelUri)
          .transform(frame)
          .withColumn("model_version", lit(Integer.parseInt(version)));
    }
  }

  /** Tells everything. */
  @Mistake(
      task = 5,
      diagnosis = "equal-ones-told",
      says =
          "Entries with the same on both sides are among them. Who compares two versions wants to see what changed; leave out what is equal.")
  static final class TellsWhatIsEqual extends RegistrySolution {
    @Override
    List<Difference> differences(
        String kind, Map<String, String> first, Map<String, String> second) {
      Set<String> keys = new TreeSet<>(first.keySet());
      keys.addAll(second.keySet());
      List<Difference> all = new ArrayList<>();
      for (String key : keys) {
        String other = second.getOrDefault(key, "");
        all.add(new Difference(kind, key, first.getOrDefault(key, ""), other));
      }
      return all;
    }
  }

  /** Goes over the keys of the first. */
  @Mistake(
      task = 5,
      diagnosis = "keys-of-first-only",
      says =
          "What only the second version has is missing: the loop goes over the keys of the first one. Put the keys of both into one set.")
  static final class LooksAtTheFirstOnesKeys extends RegistrySolution {
    @Override
    List<Difference> differences(
        String kind, Map<String, String> first, Map<String, String> second) {
      Map<String, String> known = new TreeMap<>(second);
      known.keySet().retainAll(first.keySet());
      return super.differences(kind, first, known);
    }
  }

  /** Compares what both have. */
  @Mistake(
      task = 5,
      diagnosis = "keys-of-both-only",
      says =
          "What only one of the two versions has is missing. That is the largest difference there can be: give an empty text for the side that has nothing.")
  static final class LooksAtCommonKeys extends RegistrySolution {
    @Override
    List<Difference> differences(
        String kind, Map<String, String> first, Map<String, String> second) {
      return super.differences(kind, first, second).stream()
          .filter(difference -> first.containsKey(difference.key()))
          .filter(difference -> second.containsKey(difference.key()))
          .toList();
    }
  }

  /** Looks at the runs only. */
  @Mistake(
      task = 5,
      diagnosis = "inputs-not-compared",
      says =
          "The inputs are missing. Two versions that take different columns cannot stand in for each other, however good their metrics are. The signature is in the model: `getModelInfo`, and of it `inputs()`; `outputs()` is what they give.")
  static final class ForgetsTheSchema extends RegistrySolution {
    @Override
    List<Difference> differences(
        String kind, Map<String, String> first, Map<String, String> second) {
      return kind.equals("input") ? List.of() : super.differences(kind, first, second);
    }
  }

  /** Takes three decimals for enough. */
  @Mistake(
      task = 5,
      diagnosis = "rounded-metrics",
      says =
          "Metrics were rounded: two that differ a little count as equal, or one is written with fewer digits than it has. Compare the numbers as they are, and write them with `Double.toString`.")
  static final class RoundsTheMetrics extends RegistrySolution {
    @Override
    List<Difference> differences(
        String kind, Map<String, String> first, Map<String, String> second) {
      return kind.equals("metric")
          ? super.differences(kind, rounded(first), rounded(second))
          : super.differences(kind, first, second);
    }

    private static Map<String, String> rounded(Map<String, String> metrics) {
      Map<String, String> rounded = new TreeMap<>(metrics);
      rounded.replaceAll(
          (key, value) -> Double.toString(Math.round(Double.parseDouble(value) * 1000) / 1000.0));
      return rounded;
    }
  }

  /** Judges by the rows that were learned. */
  @Mistake(
      task = 6,
      diagnosis = "judged-on-train",
      says =
          "You judge by `train_rmse`. On the rows that it has learned, the model that remembers best is best; what it does with new rows, `validation_rmse` tells.")
  static final class JudgesOnTrain extends RegistrySolution {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "train_rmse") < metric(champion, "train_rmse");
    }
  }

  /** Judges by the rows that should judge the choice. */
  @Mistake(
      task = 6,
      diagnosis = "judged-on-test",
      says =
          "You judge by `test_rmse`. If the test rows choose the model, nothing is left to tell how good the choice is on rows that had no say. Choose by `validation_rmse`.")
  static final class JudgesOnTest extends RegistrySolution {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "test_rmse") < metric(champion, "test_rmse");
    }
  }

  /** Compares what the server's page shows. */
  @Mistake(
      task = 6,
      diagnosis = "numbers-as-text",
      says =
          "A challenger with 987.25 against 1012.5 stays behind: the two numbers are compared as texts, and letter by letter '1012.5' comes before '987.25'. Compare `metric.getValue()`, which is a number.")
  static final class ComparesTexts extends RegistrySolution {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      String reached = metrics(challenger).get("validation_rmse");
      return reached != null && reached.compareTo(metrics(champion).get("validation_rmse")) < 0;
    }
  }

  /** Promotes what is just as good. */
  @Mistake(
      task = 6,
      diagnosis = "equal-promoted",
      says =
          "A challenger that is only as good took over. Each change of the model in use has its price, so something must be won by it: smaller, not smaller or equal.")
  static final class PromotesEquals extends RegistrySolution {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      return metric(challenger, "validation_rmse") <= metric(champion, "validation_rmse");
    }
  }

  /** Takes what is missing for nothing. */
  @Mistake(
      task = 6,
      diagnosis = "missing-as-zero",
      says =
          "A challenger without a `validation_rmse` took over: what is not there was taken for 0, the best RMSE of all, or for no obstacle. A model that nobody has validated is not promoted.")
  static final class TakesMissingForZero extends RegistrySolution {
    @Override
    boolean isBetter(RunData challenger, RunData champion) {
      double reached = metric(challenger, "validation_rmse");
      return (Double.isNaN(reached) ? 0 : reached) < metric(champion, "validation_rmse");
    }
  }

  /** Deletes what is not in use. */
  @Mistake(
      task = 7,
      diagnosis = "not-archived-deleted",
      says =
          "Versions are gone that were not Archived. The server deletes whatever it is told to, also what is in use or not yet tried. Look at the stage first; who wants to delete a version archives it first, so that somebody can object.")
  static final class DeletesWithoutArchiving extends RegistrySolution {
    @Override
    boolean mayGo(ModelVersion version, Set<String> named) {
      return !version.getCurrentStage().equals("Production")
          && !named.contains(version.getVersion());
    }
  }

  /** Does not look at the aliases. */
  @Mistake(
      task = 7,
      diagnosis = "alias-ignored",
      says =
          "A version is gone that had an alias, and the alias with it: whoever loads by that name gets an error now. A search for versions does not tell their aliases; the registered model does, with `getAliasesList`.")
  static final class IgnoresAliases extends RegistrySolution {
    @Override
    boolean mayGo(ModelVersion version, Set<String> named) {
      return version.getCurrentStage().equals("Archived");
    }
  }

  /** Cuts the list at a negative place. */
  @Mistake(
      task = 7,
      diagnosis = "more-kept-than-there",
      says =
          "There are fewer versions that may go than are to be kept, and a list was cut at a negative place. Then none goes: `Math.max(0, size - keep)`.")
  static final class CutsTooFar extends RegistrySolution {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return mayGo.subList(0, mayGo.size() - keep);
    }
  }

  /** Sorts numbers as texts. */
  @Mistake(
      task = 7,
      diagnosis = "numbers-as-text",
      says =
          "The wrong ones were kept: sorted as texts, '10' comes before '8' and '9'. Sort by `Integer.parseInt(version.getVersion())`.")
  static final class SortsVersionsAsText extends RegistrySolution {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return super.chosen(mayGo.stream().sorted().toList(), keep);
    }
  }

  /** Keeps the oldest. */
  @Mistake(
      task = 7,
      diagnosis = "newest-deleted",
      says =
          "The oldest were kept and the newest deleted. What one may want back is the latest that was in use.")
  static final class KeepsTheOldest extends RegistrySolution {
    @Override
    List<String> chosen(List<String> mayGo, int keep) {
      return mayGo.subList(Math.min(keep, mayGo.size()), mayGo.size());
    }
  }
}
