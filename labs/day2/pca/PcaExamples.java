package day2.pca;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import dev.kindling.check.Example;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** What each task returns for the readings of the pump. */
final class PcaExamples {

  private static final int CAUSES = LowRankTruth.RANK;

  @Example(task = 1)
  List<String> columnsOfThePump(PcaLab lab, LowRank pump) {
    return lab.columnsToReduce(pump.train(), LowRank.LABEL);
  }

  @Example(task = 2)
  Dataset<Row> componentsOfTest(PcaLab lab, LowRank pump) {
    return lab.fitPca(pump.train(), pump.test(), LowRank.SENSORS, CAUSES)
        .transform(pump.test())
        .select("id", "pca", LowRank.LABEL)
        .orderBy("id");
  }

  @Example(task = 3)
  Dataset<Row> componentsForSomeShares(PcaLab lab, LowRank pump, SparkSession spark) {
    Dataset<Row> features = features(pump.train()).cache();
    Dataset<Row> scaled = scaled(features);
    Dataset<Row> unscaled = features.withColumnRenamed("features", "scaled");
    List<Row> rows = new ArrayList<>();
    for (double share : new double[] {0.5, 0.75, 0.95, 0.99}) {
      rows.add(
          RowFactory.create(
              share, lab.componentsNeeded(scaled, share), lab.componentsNeeded(unscaled, share)));
    }
    return spark.createDataFrame(
        rows, StructType.fromDDL("share DOUBLE, scaled INT, as_they_are INT"));
  }

  @Example(task = 4)
  Dataset<Row> loadingsOfThePump(PcaLab lab, LowRank pump) {
    return lab.loadings(pca(pump), LowRank.SENSORS)
        .groupBy("column")
        .pivot("component")
        .agg(round(avg("loading"), 2))
        .orderBy(col("1").desc());
  }

  @Example(task = 5)
  Dataset<Row> rebuiltReadings(PcaLab lab, LowRank pump) {
    PipelineModel model = PcaChecks.fit(pump.train(), LowRank.SENSORS, CAUSES);
    return lab.reconstruct(model, pump.test())
        .select("id", "features", "reconstructed", "error")
        .orderBy(col("error").desc());
  }

  @Example(task = 6)
  Dataset<Row> accuracyOfEachK(PcaLab lab, LowRank pump, SparkSession spark) {
    List<Integer> ks = List.of(1, 2, 3);
    CrossValidatorModel model =
        lab.chooseK(pump.train().cache(), pump.test(), LowRank.SENSORS, LowRank.LABEL, ks, 3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ks.size(); i++) {
      rows.add(RowFactory.create(ks.get(i), model.avgMetrics()[i]));
    }
    return spark.createDataFrame(rows, StructType.fromDDL("k INT, accuracy DOUBLE"));
  }

  @Example(task = 7)
  List<Double> variancesOfThePump(PcaLab lab, LowRank pump) {
    return lab.variancesBySvd(scaled(features(pump.train())).select(col("scaled").as("features")));
  }

  private static Dataset<Row> features(Dataset<Row> pump) {
    return new VectorAssembler()
        .setInputCols(LowRank.SENSORS.toArray(String[]::new))
        .setOutputCol("features")
        .transform(pump)
        .select("features");
  }

  private static Dataset<Row> scaled(Dataset<Row> features) {
    return new StandardScaler()
        .setInputCol("features")
        .setOutputCol("scaled")
        .setWithMean(true)
        .fit(features)
        .transform(features);
  }

  private static PCAModel pca(LowRank pump) {
    return new PCA()
        .setInputCol("scaled")
        .setOutputCol("pca")
        .setK(CAUSES)
        .fit(scaled(features(pump.train())));
  }
}
