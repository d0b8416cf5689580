package day2.registry.checks;

import day2.registry.Card;
import day2.registry.Difference;
import day2.registry.RegistryLab;
import day2.registry.checks.Compared.Made;
import dev.kindling.check.Check;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Every answer works on registered models that no one else uses, and is judged by what the registry
 * says afterwards, what must stay included. What is right for a task is in a class of its own.
 * Files are behind a version only where they are read.
 */
final class RegistryChecks {

  /** Many requests, or the many small files of a model: a busy server needs a while for them. */
  private static final int PATIENCE = 120;

  private static final StructType MORNING =
      new StructType()
          .add("hour", DataTypes.IntegerType)
          .add("temperature_08", DataTypes.DoubleType)
          .add("wind_speed_08", DataTypes.DoubleType);
  private static final StructType WIND =
      new StructType()
          .add("wind_speed_08", DataTypes.DoubleType)
          .add("hour", DataTypes.LongType)
          .add("wind_direction_08", DataTypes.DoubleType);
  private static final StructType POWER = new StructType().add("prediction", DataTypes.DoubleType);
  private static final StructType RANGE = POWER.add("at_most", DataTypes.DoubleType);

  @Check(task = 1, points = 6, seconds = PATIENCE)
  void aFittedModelBecomesAVersion(RegistryLab lab, TrackingSpace space, SparkSession spark) {
    new Registered(lab, MadeModel.in(space, "power"), Scored.times(4)).judge(Scored.hours(spark));
  }

  @Check(task = 1, points = 7, seconds = PATIENCE)
  void aSlowServerIsWaitedFor(RegistryLab lab, TrackingSpace space) {
    MadeModel made =
        MadeModel.in(space, "power")
            .withVersions(
                "Archived", "None", "None", "None", "None", "None", "None", "Production", "None")
            .withAlias("champion", 8);
    // The numbers of deleted versions are not given again.
    made.registry().deleteModelVersion(made.name(), "2");
    made.registry().setRegisteredModelTag(made.name(), "site", "coast");
    new Registered(lab, made, Scored.times(2)).judgeSlow(10);
  }

  @Check(task = 1, points = 3, seconds = PATIENCE)
  void aVersionThatFailsIsNoVersion(RegistryLab lab, TrackingSpace space) {
    new Registered(lab, MadeModel.in(space, "power"), Scored.times(3)).judgeFailing();
  }

  @Check(task = 2, points = 6)
  void theModelAndAnOlderVersionAreDescribed(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Production", "None");
    made.registry().updateModelVersion(made.name(), "2", "A second try");
    made.registry().setRegisteredModelTag(made.name(), "site", "coast");
    Card card = new Card("Power of the farm, in kW", "grid", "Knows the wind at noon", "41");
    new Described(lab, made.withAlias("champion", 1)).judge(1, card);
  }

  @Check(task = 2, points = 4)
  void whatWasWrittenBeforeIsReplaced(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("None", "Archived", "None", "None");
    made.registry().updateRegisteredModel(made.name(), "To be done");
    made.registry().setRegisteredModelTag(made.name(), "team", "sales");
    made.registry().updateModelVersion(made.name(), "3", "A line");
    made.registry().setModelVersionTag(made.name(), "3", "data_version", "1");
    made.registry().setModelVersionTag(made.name(), "3", "checked_by", "Ida");
    made.registry().setModelVersionTag(made.name(), "2", "data_version", "1");
    Card card = new Card("Energy of a day", "planning", "A forest", "7");
    new Described(lab, made).judge(3, card);
  }

  @Check(task = 3, points = 7)
  void aNewVersionGoesLiveByWayOfStaging(RegistryLab lab, TrackingSpace space) {
    MadeModel made =
        MadeModel.in(space, "power")
            .withVersions(
                "Archived",
                "None",
                "Staging",
                "None",
                "None",
                "None",
                "None",
                "None",
                "Production",
                "Production",
                "None",
                "Staging")
            .withAlias("champion", 9)
            .withAlias("challenger", 11);
    new WentLive(lab, made).judge(11);
  }

  @Check(task = 3, points = 4)
  void noStepIsTakenTwice(RegistryLab lab, TrackingSpace space) {
    MadeModel made =
        MadeModel.in(space, "power").withVersions("Production", "Staging", "None", "Staging");
    new WentLive(lab, made.withAlias("champion", 1)).judge(2);
    // Somebody else's doing: two versions are in Production, and both stay.
    new WentLive(lab, made.inStage("3", "Production")).judge(2);
  }

  @Check(task = 3, points = 5)
  void aRollbackGoesStraightToProduction(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Archived", "Production", "Staging");
    new WentLive(lab, made.withAlias("champion", 2)).judge(1);
  }

  @Check(task = 4, points = 8, seconds = PATIENCE)
  void theStageDecidesAlsoAfterItMoved(RegistryLab lab, TrackingSpace space, SparkSession spark) {
    MadeModel made = MadeModel.in(space, "Staging-power");
    Scored.prepare(lab, made, spark)
        .judge("/Production", 1)
        .judge("/Staging", 6)
        .judgeMoving("/Production", 1, 4)
        .judge("/Production", 4);
  }

  @Check(task = 4, points = 8, seconds = PATIENCE)
  void anAliasAndANumberDecide(RegistryLab lab, TrackingSpace space, SparkSession spark) {
    Scored.prepare(lab, MadeModel.in(space, "Production-power"), spark)
        .judge("@champion", 2)
        .judge("/10", 10)
        .judge("@Production", 3)
        .judge("@12", 5);
  }

  @Check(task = 5, points = 8, seconds = PATIENCE)
  void whatChangedIsTold(RegistryLab lab, TrackingSpace space) {
    Compared.prepare(lab, MadeModel.in(space, "power"))
        .with(
            new Made(
                Map.of("maxDepth", "5", "label", "power", "solver", "auto", "hour", "UTC"),
                Map.of(
                    "train_rmse", List.of(402.5),
                    "validation_rmse", List.of(612.5),
                    "test_rmse", List.of(431.25)),
                MORNING,
                POWER))
        .with(
            new Made(
                Map.of("maxDepth", "10", "label", "power", "numTrees", "20", "hour", "local"),
                Map.of(
                    "train_rmse", List.of(402.5),
                    "validation_rmse", List.of(471.25),
                    "test_rmse", List.of(431.2501)),
                WIND,
                POWER))
        .judge(
            1,
            2,
            List.of(
                new Difference("param", "hour", "UTC", "local"),
                new Difference("param", "maxDepth", "5", "10"),
                new Difference("param", "numTrees", "", "20"),
                new Difference("param", "solver", "auto", ""),
                new Difference("metric", "test_rmse", "431.25", "431.2501"),
                new Difference("metric", "validation_rmse", "612.5", "471.25"),
                new Difference("input", "hour", "integer", "long"),
                new Difference("input", "temperature_08", "double", ""),
                new Difference("input", "wind_direction_08", "", "double")));
  }

  @Check(task = 5, points = 6, seconds = PATIENCE)
  void theLatestValuesOfTheNamedVersionsCount(RegistryLab lab, TrackingSpace space) {
    Made forest =
        new Made(
            Map.of("label", "power", "numTrees", "30", "step", "0.10"),
            Map.of("validation_rmse", List.of(505.0, 430.5, 480.5), "r2", List.of(0.93)),
            WIND.add("temperature_08", DataTypes.FloatType),
            RANGE);
    Made linear =
        new Made(
            Map.of("label", "power", "Solver", "auto", "step", "0.1"),
            Map.of("validation_rmse", List.of(640.0, 700.0, 655.0), "mape", List.of(4.5E-4)),
            WIND,
            POWER);
    Compared.prepare(lab, MadeModel.in(space, "power"))
        .with(forest)
        .with(linear)
        .judge(
            2,
            1,
            List.of(
                new Difference("param", "Solver", "auto", ""),
                new Difference("param", "numTrees", "", "30"),
                new Difference("param", "step", "0.1", "0.10"),
                new Difference("metric", "mape", "4.5E-4", ""),
                new Difference("metric", "r2", "", "0.93"),
                new Difference("metric", "validation_rmse", "655.0", "480.5"),
                new Difference("input", "temperature_08", "", "float")));
  }

  @Check(task = 6, points = 7, seconds = PATIENCE)
  void validationDecides(RegistryLab lab, TrackingSpace space) {
    new Duels(lab, space)
        .older("validated better", new Rmse(300, 1012.5, 1010), new Rmse(340, 987.25, 1020))
        .newer("validated worse", new Rmse(420, 640, 660), new Rmse(250, 655.5, 630))
        .older("validated the same", new Rmse(500, 700.25, 690), new Rmse(450, 700.25, 720))
        .newer("a little better", new Rmse(500, 800.5, 820), new Rmse(480, 800.25, 810))
        .older("not validated", new Rmse(510, 810, 830), new Rmse(490, Double.NaN, 815))
        .judge();
  }

  @Check(task = 6, points = 6, seconds = PATIENCE)
  void theBetterOneTakesOverStageAndAliases(RegistryLab lab, TrackingSpace space) {
    Rmse champion = new Rmse(450, 620.5, 640);
    new Duels(lab, space)
        .older("older", champion, new Rmse(430, 511.25, 520))
        .newer("newer", champion, new Rmse(440, 590.75, 610))
        .judge();
  }

  @Check(task = 6, points = 3)
  void aWorseOneChangesNothing(RegistryLab lab, TrackingSpace space) {
    new Duels(lab, space)
        .newer("worse", new Rmse(450, 620.5, 640), new Rmse(480, 701.5, 720))
        .judge();
  }

  @Check(task = 7, points = 6, seconds = PATIENCE)
  void onlyOldArchivedVersionsWithoutAliasGo(RegistryLab lab, TrackingSpace space) {
    MadeModel made =
        MadeModel.in(space, "power")
            .withVersions(
                "Archived",
                "Archived",
                "Archived",
                "None",
                "Staging",
                "Archived",
                "None",
                "Archived",
                "Archived",
                "Archived",
                "Archived",
                "Production")
            .withAlias("champion", 12)
            .withAlias("audit", 2)
            .withAlias("report", 11);
    new CleanedUp(lab, made).judge(2);
  }

  @Check(task = 7, points = 6)
  void theModelGoesWithItsLastVersionAndNotBefore(RegistryLab lab, TrackingSpace space) {
    MadeModel few = MadeModel.in(space, "few").withVersions("Archived", "None", "Archived");
    new CleanedUp(lab, few).judge(5);
    MadeModel used = MadeModel.in(space, "used").withVersions("Archived", "Production");
    new CleanedUp(lab, used).judge(0);
    MadeModel retired = MadeModel.in(space, "retired").withVersions("Archived", "Archived");
    new CleanedUp(lab, retired).judge(0);
  }
}
