package day2.registry;

import day2.registry.Compared.Made;
import dev.kindling.check.Check;
import dev.kindling.data.windfarm.WindFarm;
import dev.kindling.mlflow.TrackingSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Every answer works on registered models that no one else uses, and is judged by what the registry
 * says afterwards. What is right for a task, and which mistakes are known, is in a class of its
 * own. Files are behind a version only where they are read.
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

  @Check(task = 1, points = 6, seconds = PATIENCE)
  void aFittedModelBecomesAVersion(RegistryLab lab, TrackingSpace space, WindFarm farm) {
    Dataset<Row> days = farm.canary().limit(40);
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(new String[] {"wind_speed_00", "wind_speed_08", "wind_speed_16"})
            .setOutputCol("features");
    LinearRegression regression = new LinearRegression().setLabelCol("power");
    PipelineModel model =
        new Pipeline().setStages(new PipelineStage[] {assembler, regression}).fit(days);
    new NewVersion(lab, MadeModel.in(space, "power"), model).judge().judgeParity("1", days);
  }

  @Check(task = 1, points = 7, seconds = PATIENCE)
  void aSlowServerIsWaitedFor(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Archived", "Production");
    new NewVersion(lab, made, Scored.times(2)).judgeSlow();
  }

  @Check(task = 1, points = 3, seconds = PATIENCE)
  void aVersionThatFailsIsNoVersion(RegistryLab lab, TrackingSpace space) {
    new NewVersion(lab, MadeModel.in(space, "power"), Scored.times(3)).judgeFailing();
  }

  @Check(task = 2, points = 6)
  void theModelAndAnOlderVersionAreDescribed(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Production", "None");
    made.registry().updateModelVersion(made.name(), "2", "A second try");
    made.registry().setRegisteredModelTag(made.name(), "site", "coast");
    Card card = new Card("Power of the farm, in kW", "grid", "Knows the wind at noon", "41");
    new Described(made, 1, card).judge(lab);
  }

  @Check(task = 2, points = 4)
  void whatWasWrittenBeforeIsReplaced(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("None", "Archived", "None");
    made.registry().updateRegisteredModel(made.name(), "To be done");
    made.registry().setModelVersionTag(made.name(), "3", "data_version", "1");
    made.registry().setModelVersionTag(made.name(), "2", "data_version", "1");
    Card card = new Card("Energy of a day", "planning", "A forest instead of a line", "7");
    new Described(made, 3, card).judge(lab);
  }

  @Check(task = 3, points = 7)
  void aNewVersionGoesLiveByWayOfStaging(RegistryLab lab, TrackingSpace space) {
    String[] stages = new String[11];
    Arrays.fill(stages, "None");
    stages[0] = "Archived";
    stages[2] = "Staging";
    stages[8] = "Production";
    stages[9] = "Production";
    new WentLive(lab, MadeModel.in(space, "power").withVersions(stages)).judge(11);
  }

  @Check(task = 3, points = 4)
  void noStepIsTakenTwice(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Production", "Staging", "None");
    WentLive live = new WentLive(lab, made);
    live.judge(2);
    live.judge(2);
  }

  @Check(task = 3, points = 5)
  void aRollbackGoesStraightToProduction(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Archived", "Production", "Staging");
    new WentLive(lab, made).judge(1);
  }

  @Check(task = 4, points = 8, seconds = PATIENCE)
  void theStageDecidesAlsoAfterItMoved(RegistryLab lab, TrackingSpace space, SparkSession spark) {
    MadeModel made = MadeModel.in(space, "power");
    Scored scored = Scored.prepare(lab, made, spark).judge("/Production", 1);
    made.registry().transitionModelVersionStage(made.name(), "4", "Production", true);
    scored.judge("/Production", 4);
  }

  @Check(task = 4, points = 8, seconds = PATIENCE)
  void anAliasAndANumberDecide(RegistryLab lab, TrackingSpace space, SparkSession spark) {
    Scored.prepare(lab, MadeModel.in(space, "power"), spark)
        .judge("@champion", 2)
        .judge("/3", 3)
        .judge("@Production", 3);
  }

  @Check(task = 5, points = 8, seconds = PATIENCE)
  void whatChangedIsTold(RegistryLab lab, TrackingSpace space) {
    Compared.prepare(lab, MadeModel.in(space, "power"))
        .with(
            new Made(
                Map.of("maxDepth", "5", "label", "power", "solver", "auto"),
                Map.of("train_rmse", 402.5, "validation_rmse", 612.5, "test_rmse", 431.25),
                MORNING))
        .with(
            new Made(
                Map.of("maxDepth", "10", "label", "power", "numTrees", "20"),
                Map.of("train_rmse", 402.5, "validation_rmse", 471.25, "test_rmse", 431.2531),
                WIND))
        .judge(
            1,
            2,
            List.of(
                new Difference("param", "maxDepth", "5", "10"),
                new Difference("param", "numTrees", "", "20"),
                new Difference("param", "solver", "auto", ""),
                new Difference("metric", "test_rmse", "431.25", "431.2531"),
                new Difference("metric", "validation_rmse", "612.5", "471.25"),
                new Difference("input", "hour", "integer", "long"),
                new Difference("input", "temperature_08", "double", ""),
                new Difference("input", "wind_direction_08", "", "double")));
  }

  @Check(task = 5, points = 6, seconds = PATIENCE)
  void theLatestValuesOfTheNamedVersionsCount(RegistryLab lab, TrackingSpace space) {
    Made linear =
        new Made(
            Map.of("label", "power", "solver", "auto"), Map.of("validation_rmse", 700.0), WIND);
    Made forest =
        new Made(
            Map.of("label", "power", "numTrees", "30"),
            Map.of("validation_rmse", 455.0, "r2", 0.93),
            WIND.add("temperature_08", DataTypes.FloatType));
    Compared.prepare(lab, MadeModel.in(space, "power"))
        .with(forest)
        .with(linear)
        .withLater(1, "validation_rmse", 480.5)
        .withLater(2, "validation_rmse", 655.0)
        .judge(
            2,
            1,
            List.of(
                new Difference("param", "numTrees", "", "30"),
                new Difference("param", "solver", "auto", ""),
                new Difference("metric", "r2", "", "0.93"),
                new Difference("metric", "validation_rmse", "655.0", "480.5"),
                new Difference("input", "temperature_08", "", "float")));
  }

  @Check(task = 6, points = 7, seconds = PATIENCE)
  void validationDecides(RegistryLab lab, TrackingSpace space) {
    Duel.judgeDecisions(lab, space);
  }

  @Check(task = 6, points = 6, seconds = PATIENCE)
  void theBetterOneTakesOverStageAndAliases(RegistryLab lab, TrackingSpace space) {
    Rmse champion = new Rmse(450, 620.5, 640);
    Duel.between(lab, space, champion, new Rmse(430, 511.25, 520), 2).judgeTaken();
    Duel.between(lab, space, champion, new Rmse(440, 590.75, 610), 4).judgeTaken();
  }

  @Check(task = 6, points = 3)
  void aWorseOneChangesNothing(RegistryLab lab, TrackingSpace space) {
    Rmse champion = new Rmse(450, 620.5, 640);
    Duel.between(lab, space, champion, new Rmse(480, 701.5, 720), 4).judgeKept();
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
                "None",
                "None",
                "Archived",
                "Archived",
                "Archived",
                "Archived",
                "Production")
            .withAlias("champion", 12)
            .withAlias("audit", 2);
    new CleanedUp(lab, made).judge(1);
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
