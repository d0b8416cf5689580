package day2.registry;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;

/** Wrong answers about stages and about loading by name, each as somebody would write it. */
final class RegistryStageMistakes {

  private RegistryStageMistakes() {}

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
}
