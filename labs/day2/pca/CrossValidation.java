package day2.pca;

import dev.kindling.data.Table;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A cross-validation that an answer made on a few readings under other names.
 *
 * @param chosen what it returned
 * @param train the rows to learn from
 * @param test the rows beside them
 */
record CrossValidation(ChosenK chosen, Table train, Table test) {

  private static final String LABEL = "alarm";

  private static final List<Integer> KS = List.of(3, 1);

  private static final int FOLDS = 2;

  private static final int TRAIN = 300;

  private static final int TEST = 150;

  /**
   * Of 300 rows, each held out once, a share has a standard error of 0.028 at most; this is four of
   * them. The two accuracies are 0.27 apart.
   */
  private static final double LUCK = 0.12;

  static CrossValidation of(PcaLab lab, LowRankTruth truth, SparkSession spark) {
    Table train = renamed(truth.train(), TRAIN);
    Table test = renamed(truth.test(), TEST);
    List<String> columns = new ArrayList<>(LowRank.SENSORS);
    Collections.reverse(columns);
    Dataset<Row> trainDf = HandMade.frame(spark, train, HandMade.doubles(train)).coalesce(1);
    Dataset<Row> testDf = HandMade.frame(spark, test, HandMade.doubles(test)).coalesce(1);
    return new CrossValidation(
        new ChosenK(lab.chooseK(trainDf, testDf, columns, LABEL, KS, FOLDS), columns, KS, FOLDS),
        train,
        test);
  }

  /** Judges which rows were learned from, and what came out. */
  void judge(LowRankTruth truth) {
    chosen.judgePipeline();
    chosen.judgeSearch();
    chosen.judgeRows(train, test);
    chosen.judgeChoice(KS.stream().map(truth::expectedAccuracy).toList(), LUCK);
  }

  private static Table renamed(Table rows, int size) {
    List<String> columns = new ArrayList<>(rows.columns());
    columns.set(columns.indexOf(LowRank.LABEL), LABEL);
    return new Table(columns, rows.rows().subList(0, size));
  }
}
