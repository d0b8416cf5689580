package day2.creation;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.cos;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.minute;
import static org.apache.spark.sql.functions.sin;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_timestamp;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;

/** Wrong ways to read a clock and to look back, each as somebody would write it. */
final class CreationTimeMistakes {

  private CreationTimeMistakes() {}

  /** Takes one coordinate for enough. */
  @Mistake(task = 3, diagnosis = "sine-alone")
  static final class SineAlone extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return super.timeFeatures(df, column).drop("hour_cos");
    }
  }

  /** Marks with true and false. */
  @Mistake(task = 3, diagnosis = "weekend-not-double")
  static final class MarksWithBooleans extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return super.timeFeatures(df, column)
          .withColumn("is_weekend", col("is_weekend").equalTo(1.0));
    }
  }

  /** Lets the week begin on Sunday, as Spark does. */
  @Mistake(task = 3, diagnosis = "week-starts-on-sunday")
  static final class SundayFirst extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return super.timeFeatures(df, column).withColumn("weekday", dayofweek(col(column)));
    }
  }

  /** The same, and the last two days of that week are the weekend. */
  @Mistake(task = 3, diagnosis = "week-starts-on-sunday")
  static final class SundayFirstAndLastTwo extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      Column day = dayofweek(col(column));
      return super.timeFeatures(df, column)
          .withColumn("weekday", day)
          .withColumn("is_weekend", when(day.geq(6), 1.0).otherwise(0.0));
    }
  }

  /** Counts from zero, as pandas does. */
  @Mistake(task = 3, diagnosis = "week-starts-at-zero")
  static final class MondayIsZero extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return super.timeFeatures(df, column).withColumn("weekday", weekday(col(column)));
    }
  }

  /** The same, and the weekend begins with 6. */
  @Mistake(task = 3, diagnosis = "week-starts-at-zero")
  static final class MondayIsZeroAndSixTheWeekend extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      Column day = weekday(col(column));
      return super.timeFeatures(df, column)
          .withColumn("weekday", day)
          .withColumn("is_weekend", when(day.geq(6), 1.0).otherwise(0.0));
    }
  }

  /** Mixes two ways to count the days. */
  @Mistake(task = 3, diagnosis = "weekend-on-friday")
  static final class WeekendOnFriday extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return super.timeFeatures(df, column)
          .withColumn("is_weekend", when(dayofweek(col(column)).geq(6), 1.0).otherwise(0.0));
    }
  }

  /** Divides by the largest hour. */
  @Mistake(task = 3, diagnosis = "circle-of-23-hours")
  static final class DividesBy23 extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return turned(super.timeFeatures(df, column), hour(col(column)).multiply(2 * Math.PI / 23));
    }
  }

  /** Thinks of a clock face. */
  @Mistake(task = 3, diagnosis = "two-turns-a-day")
  static final class TurnsTwice extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return turned(super.timeFeatures(df, column), hour(col(column)).multiply(2 * Math.PI / 12));
    }
  }

  /** Forgets the 2. */
  @Mistake(task = 3, diagnosis = "half-a-circle")
  static final class TurnsHalf extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return turned(super.timeFeatures(df, column), hour(col(column)).multiply(Math.PI / 24));
    }
  }

  /** Thinks in degrees. */
  @Mistake(task = 3, diagnosis = "degrees-for-radians")
  static final class TakesDegrees extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      return turned(super.timeFeatures(df, column), hour(col(column)).multiply(360.0 / 24));
    }
  }

  /** Lets the hand of the clock creep. */
  @Mistake(task = 3, diagnosis = "minutes-counted")
  static final class CountsMinutes extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      Column hours = hour(col(column)).plus(minute(col(column)).divide(60));
      return turned(super.timeFeatures(df, column), hours.multiply(2 * Math.PI / 24));
    }
  }

  /** Mixes up the coordinates. */
  @Mistake(task = 3, diagnosis = "sin-cos-swapped")
  static final class SwapsCoordinates extends CreationSolution {
    @Override
    public Dataset<Row> timeFeatures(Dataset<Row> df, String column) {
      Column angle = hour(col(column)).multiply(2 * Math.PI / 24);
      return super.timeFeatures(df, column)
          .withColumn("hour_sin", cos(angle))
          .withColumn("hour_cos", sin(angle));
    }
  }

  /** The seven days that end with the current one. */
  @Mistake(task = 7, diagnosis = "current-row-included")
  static final class IncludesToday extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      WindowSpec week = Window.partitionBy(group).orderBy(time).rowsBetween(-6, 0);
      return super.lagFeatures(df, group, time, label, parts)
          .withColumn(label + "_mean7", avg(col(label)).over(week));
    }
  }

  /** From seven days (or hours) back to now, by value instead of by row. */
  @Mistake(task = 7, diagnosis = "current-row-included")
  static final class RangesUpToNow extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      boolean days = df.schema().apply(time).dataType().equals(DataTypes.DateType);
      Column step =
          days ? unix_date(col(time)) : unix_timestamp(col(time)).divide(3600).cast("int");
      WindowSpec week = Window.partitionBy(group).orderBy(step).rangeBetween(-7, 0);
      return super.lagFeatures(df, group, time, label, parts)
          .withColumn(label + "_mean7", avg(col(label)).over(week));
    }
  }

  /** Orders from new to old. */
  @Mistake(task = 7, diagnosis = "looks-ahead")
  static final class OrdersDescending extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return past(df, Window.partitionBy(group).orderBy(col(time).desc()), label, parts);
    }
  }

  /** Looks the other way. */
  @Mistake(task = 7, diagnosis = "looks-ahead")
  static final class LeadsForLags extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      WindowSpec byTime = Window.partitionBy(group).orderBy(time);
      return super.lagFeatures(df, group, time, label, parts)
          .withColumn(label + "_lag1", lead(col(label), 1).over(byTime))
          .withColumn(label + "_lag7", lead(col(label), 7).over(byTime));
    }
  }

  /** Looks forward for the mean. */
  @Mistake(task = 7, diagnosis = "looks-ahead")
  static final class FrameAhead extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      WindowSpec week = Window.partitionBy(group).orderBy(time).rowsBetween(1, 7);
      return super.lagFeatures(df, group, time, label, parts)
          .withColumn(label + "_mean7", avg(col(label)).over(week));
    }
  }

  /** Takes all series for one. */
  @Mistake(task = 7, diagnosis = "groups-mixed")
  static final class MixesGroups extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return past(df, Window.orderBy(time), label, parts);
    }
  }

  /** Orders by group instead of parting by it. */
  @Mistake(task = 7, diagnosis = "groups-mixed")
  static final class OrdersByGroup extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return past(df, Window.orderBy(group, time), label, parts);
    }
  }

  /** Wants no null. */
  @Mistake(task = 7, diagnosis = "first-rows-dropped")
  static final class DropsTheStart extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return super.lagFeatures(df, group, time, label, parts).na().drop();
    }
  }

  /** Begins with nothing. */
  @Mistake(task = 7, diagnosis = "zeros-before-the-start")
  static final class BeginsWithZeros extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return super.lagFeatures(df, group, time, label, parts).na().fill(0);
    }
  }

  /** Never forgets. */
  @Mistake(task = 7, diagnosis = "all-history")
  static final class RemembersEverything extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      WindowSpec before =
          Window.partitionBy(group).orderBy(time).rowsBetween(Window.unboundedPreceding(), -1);
      return super.lagFeatures(df, group, time, label, parts)
          .withColumn(label + "_mean7", avg(col(label)).over(before));
    }
  }

  /** Keeps what adds up to the label. */
  @Mistake(task = 7, diagnosis = "parts-of-the-label")
  static final class KeepsParts extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return super.lagFeatures(df, group, time, label, List.of());
    }
  }

  /** Drops one of the two and thinks that this is enough. */
  @Mistake(task = 7, diagnosis = "parts-of-the-label")
  static final class KeepsAPart extends CreationSolution {
    @Override
    public Dataset<Row> lagFeatures(
        Dataset<Row> df, String group, String time, String label, List<String> parts) {
      return super.lagFeatures(df, group, time, label, parts.subList(0, 1));
    }
  }

  private static Dataset<Row> turned(Dataset<Row> df, Column angle) {
    return df.withColumn("hour_sin", sin(angle)).withColumn("hour_cos", cos(angle));
  }

  private static Dataset<Row> past(
      Dataset<Row> df, WindowSpec window, String label, List<String> parts) {
    return df.withColumn(label + "_lag1", lag(col(label), 1).over(window))
        .withColumn(label + "_lag7", lag(col(label), 7).over(window))
        .withColumn(label + "_mean7", avg(col(label)).over(window.rowsBetween(-7, -1)))
        .drop(parts.toArray(String[]::new));
  }
}
