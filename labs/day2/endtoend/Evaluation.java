package day2.endtoend;

import static dev.kindling.check.Expect.compute;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How a model does on some rows, in plain Java.
 *
 * @param scores the larger, the more a row is taken for a good wine
 * @param predicted whether it is predicted to be one
 * @param good whether it is one
 */
record Evaluation(double[] scores, boolean[] predicted, boolean[] good) {

  /** Evaluates a model. One job. */
  static Evaluation of(PipelineModel model, Dataset<Row> wines) {
    return compute("the predictions of the model", () -> within(model, wines));
  }

  /** The same for use within a diagnosis, where no new expectation may begin. */
  static Evaluation within(PipelineModel model, Dataset<Row> wines) {
    List<Row> rows =
        model.transform(wines).select("probability", "prediction", "label").collectAsList();
    Evaluation evaluation =
        new Evaluation(new double[rows.size()], new boolean[rows.size()], new boolean[rows.size()]);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      evaluation.scores[i] = row.<Vector>getAs(0).apply(1);
      evaluation.predicted[i] = row.getDouble(1) == 1;
      evaluation.good[i] = row.getDouble(2) == 1;
    }
    return evaluation;
  }

  /** How often a good wine is ranked above another one; a tie counts one half. */
  double auc() {
    return auc(scores, good);
  }

  /** The area if all that is known is yes or no. */
  double aucOfPredictions() {
    return auc(
        IntStream.range(0, predicted.length).mapToDouble(i -> predicted[i] ? 1 : 0).toArray(),
        good);
  }

  double accuracy() {
    return IntStream.range(0, good.length).filter(i -> predicted[i] == good[i]).count()
        / (double) good.length;
  }

  static double auc(double[] scores, boolean[] good) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> scores[i]))
            .mapToInt(i -> i)
            .toArray();
    double below = 0;
    double pairs = 0;
    for (int start = 0; start < order.length; ) {
      int end = start;
      double ups = 0;
      double downs = 0;
      for (; end < order.length && scores[order[end]] == scores[order[start]]; end++) {
        if (good[order[end]]) {
          ups++;
        } else {
          downs++;
        }
      }
      pairs += ups * (below + downs / 2);
      below += downs;
      start = end;
    }
    return pairs / (below * (order.length - below));
  }
}
