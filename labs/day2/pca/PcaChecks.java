package day2.pca;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import dev.kindling.reference.PrincipalComponents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Components are compared with components in plain Java, on a few parcels and on the readings of a
 * pump. What is right for a task, and which mistakes are known, is in a class of its own.
 */
final class PcaChecks {

  private static final int CAUSES = LowRankTruth.RANK;

  @Check(task = 1, points = 6)
  void measurementsStayAndSwitchesIdsAndConstantsGo(PcaLab lab, SparkSession spark) {
    new ChosenColumns(
            List.of("humidity", "cloud_share", "wind"),
            "yield",
            List.of("is_coast", "shift"),
            List.of("altitude"),
            List.of("id", "crew"))
        .judge(
            lab.columnsToReduce(
                HandMade.frame(spark, HandMade.SOME_WEATHER, HandMade.WEATHER), "yield"));
  }

  @Check(task = 1, points = 4)
  void theSensorsOfThePumpStayWithoutTheCodesBesideThem(PcaLab lab, LowRank pump) {
    Dataset<Row> coded =
        pump.canary()
            .withColumn("is_night", col("id").mod(2).cast("double"))
            .withColumn(
                "site_OHE", functions.array_to_vector(array(lit(0.0), col("is_night"), lit(1.0))));
    new ChosenColumns(
            LowRank.SENSORS,
            LowRank.LABEL,
            List.of("is_night", "site_OHE"),
            List.of(),
            List.of("id"))
        .judge(lab.columnsToReduce(coded, LowRank.LABEL));
  }

  @Check(task = 2, points = 11)
  void parcelsThatCameLaterAreProjectedAsTrainWants(PcaLab lab, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.PARCELS_TO_LEARN, HandMade.PARCELS);
    Dataset<Row> test = HandMade.frame(spark, HandMade.PARCELS_TO_PROJECT, HandMade.PARCELS);
    new Projection(HandMade.PARCELS_TO_LEARN, HandMade.PARCELS_TO_PROJECT, HandMade.SIZES, 2)
        .judge(lab.fitPca(train, test, HandMade.SIZES, 2), test, HandMade.PARCELS_TO_PROJECT);
  }

  @Check(task = 2, points = 9)
  void readingsThatNobodyHasSeenAreProjectedToo(PcaLab lab, LowRank pump) {
    LowRankTruth truth = pump.truth();
    new Projection(truth.train(), truth.test(), LowRank.SENSORS, CAUSES)
        .judge(
            lab.fitPca(pump.train(), pump.test(), LowRank.SENSORS, CAUSES),
            pump.canary(),
            truth.canary());
  }

  @Check(task = 3, points = 7)
  void theSumReachesTheShare(PcaLab lab, SparkSession spark) {
    List<List<Double>> box = HandMade.turnedBox();
    judgeCounts(lab, HandMade.vectors(spark, "scaled", box), box, List.of(0.55, 0.85, 0.95));
  }

  @Check(task = 3, points = 5)
  void twelveSensorsHoldThreeThings(PcaLab lab, LowRank pump, SparkSession spark) {
    Table canary = pump.truth().canary();
    List<List<Double>> scaled =
        new Components(PrincipalComponents.scaled(canary, LowRank.SENSORS), CAUSES).scaled(canary);
    judgeCounts(lab, HandMade.vectors(spark, "scaled", scaled), scaled, List.of(0.95, 0.995));
  }

  @Check(task = 4, points = 8)
  void theLargestLoadingOfAComponentIsPositive(PcaLab lab) {
    SignedLoadings loadings = SignedLoadings.BY_HAND;
    loadings.judge(lab.loadings(loadings.model(), loadings.columns()));
  }

  @Check(task = 4, points = 6)
  void theComponentsOfThePumpCanBeRead(PcaLab lab, LowRank pump) {
    SignedLoadings loadings =
        new SignedLoadings(
            LowRank.SENSORS, pump.truth().trainComponents().vectors().subList(0, CAUSES));
    loadings.judge(lab.loadings(loadings.model(), LowRank.SENSORS));
  }

  @Check(task = 5, points = 11)
  void laterParcelsAreRebuiltFromTwoComponentsOfTrain(PcaLab lab, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.PARCELS_TO_LEARN, HandMade.PARCELS);
    Dataset<Row> test = HandMade.frame(spark, HandMade.PARCELS_TO_PROJECT, HandMade.PARCELS);
    new Rebuilt(
            new Components(
                PrincipalComponents.scaled(HandMade.PARCELS_TO_LEARN, HandMade.SIZES), 2),
            HandMade.PARCELS_TO_PROJECT)
        .judge(lab.reconstruct(fit(train, HandMade.SIZES, 2), test));
  }

  @Check(task = 5, points = 7)
  void readingsAreRebuiltFromThreeComponents(PcaLab lab, LowRank pump) {
    LowRankTruth truth = pump.truth();
    new Rebuilt(new Components(truth.trainComponents(), CAUSES), truth.canary())
        .judge(lab.reconstruct(fit(pump.train(), LowRank.SENSORS, CAUSES), pump.canary()));
  }

  @Check(task = 6, points = 11, seconds = 120)
  void trainAloneChoosesThreeComponents(PcaLab lab, LowRank pump, SparkSession spark) {
    List<String> columns = new ArrayList<>(LowRank.SENSORS);
    Collections.reverse(columns);
    CrossValidation search = CrossValidation.of(pump.truth(), 300, "alarm", columns, List.of(3, 1));
    ChosenK chosen = search.by(lab, spark);
    search.judge(chosen);
    search.judgeChoice(chosen, pump.truth());
  }

  @Check(task = 6, points = 5, seconds = 120)
  void everythingThatLearnsIsInsideTheFolds(PcaLab lab, LowRank pump, SparkSession spark) {
    CrossValidation search =
        CrossValidation.of(
            pump.truth(), 120, LowRank.LABEL, LowRank.SENSORS.subList(2, 7), List.of(2));
    search.judge(search.by(lab, spark));
  }

  @Check(task = 7, points = 6)
  void parcelsVaryAsMuchBySingularValues(PcaLab lab, SparkSession spark) {
    Table parcels = HandMade.PARCELS_IN_OTHER_UNITS;
    new SvdVariances(parcels, HandMade.SIZES)
        .judge(
            lab.variancesBySvd(
                HandMade.vectors(spark, "features", HandMade.numbers(parcels, HandMade.SIZES))));
  }

  @Check(task = 7, points = 4)
  void readingsVaryAsMuchBySingularValues(PcaLab lab, LowRank pump, SparkSession spark) {
    Table canary = pump.truth().canary();
    List<List<Double>> readings =
        new Components(pump.truth().trainComponents(), CAUSES).uncentred(canary);
    Table rows =
        new Table(LowRank.SENSORS, readings.stream().map(row -> List.<Object>copyOf(row)).toList());
    new SvdVariances(rows, LowRank.SENSORS)
        .judge(lab.variancesBySvd(HandMade.vectors(spark, "features", readings)));
  }

  private static void judgeCounts(
      PcaLab lab, Dataset<Row> scaled, List<List<Double>> rows, List<Double> shares) {
    new ComponentCounts(rows, shares)
        .judge(shares.stream().map(share -> lab.componentsNeeded(scaled, share)).toList());
  }

  /** The three stages that the fifth task is handed, fitted. */
  static PipelineModel fit(Dataset<Row> train, List<String> columns, int k) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol("features");
    StandardScaler scaler =
        new StandardScaler().setInputCol("features").setOutputCol("scaled").setWithMean(true);
    PCA pca = new PCA().setInputCol("scaled").setOutputCol("pca").setK(k);
    return new Pipeline().setStages(new PipelineStage[] {assembler, scaler, pca}).fit(train);
  }
}
