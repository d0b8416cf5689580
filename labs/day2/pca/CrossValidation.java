package day2.pca;

import dev.kindling.data.Table;
import dev.kindling.data.lowrank.LowRank;
import dev.kindling.data.lowrank.LowRankTruth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A cross-validation to be made on a few readings. With two folds, and in one partition: a fit
 * starts dozens of small jobs.
 *
 * @param train the rows to learn from
 * @param test the rows beside them
 * @param label the name of the label there
 * @param columns the columns
 * @param ks the numbers of components to choose from
 */
record CrossValidation(
    Table train, Table test, String label, List<String> columns, List<Integer> ks) {

  private static final int FOLDS = 2;

  /**
   * Of 300 rows, each held out once, a share has a standard error of 0.028 at most; this is four of
   * them. The accuracies of one and of three components are 0.27 apart.
   */
  private static final double LUCK = 0.12;

  /** A task with the first readings of train, and half as many of test. */
  static CrossValidation of(
      LowRankTruth truth, int rows, String label, List<String> columns, List<Integer> ks) {
    return new CrossValidation(
        renamed(truth.train(), rows, label),
        renamed(truth.test(), rows / 2, label),
        label,
        columns,
        ks);
  }

  /** Lets an answer make it. */
  ChosenK by(PcaLab lab, SparkSession spark) {
    Dataset<Row> trainDf = HandMade.frame(spark, train, HandMade.doubles(train)).coalesce(1);
    Dataset<Row> testDf = HandMade.frame(spark, test, HandMade.doubles(test)).coalesce(1);
    return new ChosenK(lab.chooseK(trainDf, testDf, columns, label, ks, FOLDS), columns, ks, FOLDS);
  }

  /** Judges how the search was set up, and which rows were learned from. */
  void judge(ChosenK chosen) {
    chosen.judgePipeline();
    chosen.judgeSearch();
    chosen.judgeRows(train, test);
  }

  /** Judges what came out, if all sensors take part. */
  void judgeChoice(ChosenK chosen, LowRankTruth truth) {
    chosen.judgeChoice(ks.stream().map(truth::expectedAccuracy).toList(), LUCK);
  }

  private static Table renamed(Table rows, int size, String label) {
    List<String> columns = new ArrayList<>(rows.columns());
    columns.set(columns.indexOf(LowRank.LABEL), label);
    return new Table(columns, rows.rows().subList(0, size));
  }
}
