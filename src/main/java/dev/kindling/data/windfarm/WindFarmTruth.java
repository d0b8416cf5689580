package dev.kindling.data.windfarm;

import dev.kindling.data.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;

/**
 * What was planted in {@link WindFarm}, in plain Java. The power of a day is the mean of what the
 * curve gives at the three wind speeds, plus normal noise; direction, temperature and date have no
 * effect of their own. There is no null.
 *
 * @param curve what a wind speed gives
 * @param noise the standard deviation of the noise, in kW: the floor of every model's RMSE
 * @param train the rows of the train frame, by date
 * @param validation the rows of the validation frame, by date
 * @param test the rows of the test frame, by date
 * @param canary the rows of the canary frame, by date
 */
public record WindFarmTruth(
    PowerCurve curve, double noise, Table train, Table validation, Table test, Table canary) {

  /** Train, validation and test together, by date. */
  public Table all() {
    return train.union(validation).union(test);
  }

  /**
   * The power of a day without noise, in kW: what the best possible model predicts.
   *
   * @param day the value of each column; only the wind speeds are asked for
   */
  public double expectedPower(ToDoubleFunction<String> day) {
    return expectedPower(curve, day);
  }

  /** The power of a row without noise, in kW. */
  public double expectedPower(Row row) {
    return expectedPower(column -> row.<Number>getAs(column).doubleValue());
  }

  /**
   * The RMSE of the power without noise on the days of one of the tables: about {@link #noise()}.
   */
  public double floorRmse(Table days) {
    List<String> columns = days.columns();
    double squares = 0;
    for (List<Object> row : days.rows()) {
      ToDoubleFunction<String> day =
          column -> ((Number) row.get(columns.indexOf(column))).doubleValue();
      double off = day.applyAsDouble("power") - expectedPower(day);
      squares += off * off;
    }
    return Math.sqrt(squares / days.size());
  }

  static double expectedPower(PowerCurve curve, ToDoubleFunction<String> day) {
    double sum = 0;
    for (String hour : Weather.HOURS) {
      sum += curve.power(day.applyAsDouble("wind_speed_" + hour));
    }
    return sum / Weather.HOURS.size();
  }
}
