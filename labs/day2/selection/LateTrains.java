package day2.selection;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A model by hand that knows the runs it has seen by heart: of those it takes the answer from their
 * number. For other runs it looks at the snow, and only at the snow.
 */
final class LateTrains {

  static final List<String> COLUMNS = List.of("seats", "snow", "run");

  static final String LABEL = "late";

  private static final int RUNS = 1500;
  private static final int FIRST_UNSEEN = 5000;

  /** In test, snow is 0 to 9 in equal shares, 7 or more makes a late train, one in ten errs. */
  private static final double SNOWY = 0.3;

  private static final double ERRS = 0.1;

  /**
   * Shuffled snow hits the label in 1,500 rows as often as chance has it, with a standard deviation
   * of 2 * sqrt(0.3 * 0.7 * 0.34 * 0.66 / 1500) = 0.011; this is more than five of them. The next
   * wrong answer is 0.096 away.
   */
  private static final double LUCK = 0.06;

  private LateTrains() {}

  static Dataset<Row> train(SparkSession spark) {
    return HandMade.frame(spark, rows(0));
  }

  static Dataset<Row> test(SparkSession spark) {
    return HandMade.frame(spark, rows(FIRST_UNSEEN));
  }

  static PipelineModel model(SparkSession spark) {
    SQLTransformer known =
        new SQLTransformer()
            .setStatement(
                "SELECT *, CAST(IF(run < %d, run %% 2 = 1, snow >= 7) AS DOUBLE) AS prediction FROM __THIS__"
                    .formatted(FIRST_UNSEEN));
    return new Pipeline().setStages(new PipelineStage[] {known}).fit(test(spark));
  }

  /** What shuffling costs by calculation. */
  static ShuffledColumns importances() {
    double late = SNOWY * (1 - ERRS) + (1 - SNOWY) * ERRS;
    double accuracy = 1 - ERRS;
    double shuffled = SNOWY * late + (1 - SNOWY) * (1 - late);
    // With the mean, 4.5, in every row the model says that no train is late.
    double constant = 1 - late;
    return new ShuffledColumns(
        accuracy,
        costs(0, accuracy - shuffled, 0),
        () -> costs(0, 0, 0.5),
        () -> costs(0, accuracy - constant, 0),
        () -> costs(0, accuracy - shuffled, accuracy - shuffled),
        Map.of(),
        LUCK);
  }

  private static Map<String, Double> costs(double seats, double snow, double run) {
    Map<String, Double> costs = new LinkedHashMap<>();
    costs.put("seats", seats);
    costs.put("snow", snow);
    costs.put("run", run);
    return costs;
  }

  private static Table rows(int firstRun) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      double snow = i % 10;
      boolean errs = i / 10 % 10 == 0;
      boolean late = firstRun < FIRST_UNSEEN ? i % 2 == 1 : snow >= 7 != errs;
      rows.add(List.of(i % 7 * 40.0, snow, firstRun + i, late ? 1.0 : 0.0));
    }
    return new Table(List.of("seats", "snow", "run", LABEL), rows);
  }
}
