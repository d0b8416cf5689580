package dev.kindling.data.bikes;

import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;

/**
 * What was planted in {@link Bikes}, in plain Java. There is no null, and {@code instant} tells all
 * hours apart.
 *
 * @param model how a count comes about
 * @param hours the rows of the frame of hours, in the order of time
 * @param canary the rows of the canary frame, in the order of time
 */
public record BikesTruth(CountModel model, Table hours, Table canary) {

  /** The count that is exceeded as often as not: the prediction with the smallest RMSLE. */
  public double median(Row hour) {
    return median(model.level(hour::getAs));
  }

  /** The mean of the counts to be expected: the prediction with the smallest RMSE. */
  public double mean(Row hour) {
    return mean(model.level(hour::getAs));
  }

  /** What {@link #mean} is divided by what {@link #median} is, each plus one. */
  public static double meanPerMedian() {
    return StrictMath.exp(CountModel.NOISE * CountModel.NOISE / 2);
  }

  /**
   * The RMSLE of {@link #median} on the hours of one of the tables: about {@link CountModel#NOISE},
   * and a little more where counts are so small that rounding shows.
   */
  public double floorRmsle(Table rows) {
    return rmsle(rows, row -> model.level(row::get));
  }

  /** The RMSE of {@link #mean} on the hours of one of the tables, in bikes. */
  public double floorRmse(Table rows) {
    return root(rows, row -> row.number(Bikes.COUNT) - mean(model.level(row::get)));
  }

  /**
   * The RMSLE of somebody who knows everything but the growth, which nobody can learn from the
   * first year.
   */
  public double rmsleWithoutGrowth(Table rows) {
    return rmsle(rows, row -> model.levelWithoutGrowth(row::get));
  }

  /** The RMSE of the same, in bikes. */
  public double rmseWithoutGrowth(Table rows) {
    return root(rows, row -> row.number(Bikes.COUNT) - mean(model.levelWithoutGrowth(row::get)));
  }

  /** The hours of the first year (0) or of the second (1). */
  public Table year(int yr) {
    return hours.where("yr", yr);
  }

  /**
   * How many times as large the RMSLE of the best possible model on the second year is when it
   * learns from the first year alone, beside one that learns from a random part of both: what a
   * random split hides.
   */
  public double optimism() {
    Table second = year(1);
    return rmsleWithoutGrowth(second) / floorRmsle(second);
  }

  private static double median(double level) {
    return StrictMath.expm1(level);
  }

  private static double mean(double level) {
    return meanPerMedian() * StrictMath.exp(level) - 1;
  }

  private static double rmsle(Table rows, ToDoubleFunction<TableRow> level) {
    return root(rows, row -> StrictMath.log1p(row.number(Bikes.COUNT)) - level.applyAsDouble(row));
  }

  private static double root(Table rows, ToDoubleFunction<TableRow> error) {
    double squares = rows.stream().mapToDouble(error).map(off -> off * off).sum();
    return Math.sqrt(squares / rows.size());
  }
}
