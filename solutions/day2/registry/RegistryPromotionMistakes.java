package day2.registry;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunData;
import org.mlflow.tracking.MlflowClient;

/**
 * Wrong answers about comparing, promoting and deleting versions, each as somebody would write it.
 */
final class RegistryPromotionMistakes {

  private RegistryPromotionMistakes() {}

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
