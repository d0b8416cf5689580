package day2.pca.checks;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import day2.pca.PcaLab;
import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

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
  Table componentsForSomeShares(PcaLab lab, LowRank pump) {
    Dataset<Row> scaled = transformed(pump);
    Dataset<Row> unscaled = scaled.select(col("features").as("scaled"));
    Table table = Table.of("share", "components", "components, unscaled");
    for (double share : new double[] {0.5, 0.75, 0.95, 0.99}) {
      table =
          table.row(
              share, lab.componentsNeeded(scaled, share), lab.componentsNeeded(unscaled, share));
    }
    return table;
  }

  @Example(task = 4)
  Dataset<Row> loadingsOfThePump(PcaLab lab, LowRank pump) {
    return lab.loadings((PCAModel) model(pump).stages()[2], LowRank.SENSORS)
        .groupBy("column")
        .pivot("component")
        .agg(round(avg("loading"), 2))
        .orderBy(col("1").desc());
  }

  @Example(task = 5)
  Dataset<Row> rebuiltReadings(PcaLab lab, LowRank pump) {
    return lab.reconstruct(model(pump), pump.test())
        .select("id", "features", "reconstructed", "error")
        .orderBy(col("error").desc());
  }

  @Example(task = 6)
  Table accuracyOfEachK(PcaLab lab, LowRank pump) {
    Dataset<Row> train = pump.train().cache();
    List<Integer> ks = List.of(1, 2, 3);
    double[] accuracies =
        lab.chooseK(train, pump.test(), LowRank.SENSORS, LowRank.LABEL, ks, 3).avgMetrics();
    return Table.of("k", "accuracy")
        .row(1, accuracies[0])
        .row(2, accuracies[1])
        .row(3, accuracies[2]);
  }

  @Example(task = 7)
  List<Double> variancesOfThePump(PcaLab lab, LowRank pump) {
    return lab.variancesBySvd(transformed(pump).select(col("scaled").as("features")));
  }

  private static Dataset<Row> transformed(LowRank pump) {
    return model(pump).transform(pump.train()).cache();
  }

  private static PipelineModel model(LowRank pump) {
    return PcaChecks.fit(pump.train(), LowRank.SENSORS, CAUSES);
  }
}
