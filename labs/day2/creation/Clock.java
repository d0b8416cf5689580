package day2.creation;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.data.Table;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * The parts of a time in plain Java: as they should be, and as known mistakes have them.
 *
 * @param df the rows
 * @param column the column with the times
 */
record Clock(Rows df, String column) {

  private static final double FULL_TURN = 2 * Math.PI;

  private static final ToIntFunction<LocalDateTime> FROM_MONDAY =
      time -> time.getDayOfWeek().getValue();
  private static final ToIntFunction<LocalDateTime> FROM_MONDAY_AT_ZERO =
      time -> time.getDayOfWeek().getValue() - 1;
  private static final ToIntFunction<LocalDateTime> FROM_SUNDAY =
      time -> time.getDayOfWeek().getValue() % 7 + 1;

  private static final Predicate<LocalDateTime> WEEKEND =
      time -> time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
  private static final Predicate<LocalDateTime> FRIDAY_AND_SATURDAY =
      time -> FROM_SUNDAY.applyAsInt(time) >= 6;
  private static final Predicate<LocalDateTime> SUNDAY =
      time -> time.getDayOfWeek() == DayOfWeek.SUNDAY;

  private static final ToDoubleFunction<LocalDateTime> ANGLE = angle(24);

  private static final String SUNDAY_FIRST =
      "`weekday` is 1 on Sundays: `dayofweek` begins its week there. Here 1 is Monday. `weekday` begins with Monday, and counts from 0.";
  private static final String FROM_ZERO =
      "`weekday` is 0 on Mondays: Spark's `weekday` counts from 0, as pandas does. Here 1 is Monday; add 1.";

  /** Judges what taking the times apart gave. */
  void judge(Dataset<Row> parts) {
    FrameExpectation frame =
        expect(parts)
            .as("the frame with the parts of the time")
            .toContainColumns(right().columns().toArray(String[]::new))
            .diagnose(
                "sine-alone",
                result ->
                    List.of(result.columns()).contains("hour_sin")
                        && !List.of(result.columns()).contains("hour_cos"),
                "There is `hour_sin` but no `hour_cos`. The sine alone does not tell 1 o'clock from 11 o'clock: at both the point is equally high on the circle. It takes both coordinates.")
            .toHaveType("is_weekend", DataTypes.DoubleType)
            .diagnose(
                "weekend-not-double",
                result -> true,
                "Write `when(…, 1.0).otherwise(0.0)` with decimal points: the mark stands beside doubles in the feature vector.");
    frame
        .toHaveRows(right())
        .diagnose("week-starts-on-sunday", () -> days(FROM_SUNDAY, WEEKEND), SUNDAY_FIRST)
        .diagnose(
            "week-starts-on-sunday", () -> days(FROM_SUNDAY, FRIDAY_AND_SATURDAY), SUNDAY_FIRST)
        .diagnose("week-starts-at-zero", () -> days(FROM_MONDAY_AT_ZERO, WEEKEND), FROM_ZERO)
        .diagnose("week-starts-at-zero", () -> days(FROM_MONDAY_AT_ZERO, SUNDAY), FROM_ZERO)
        .diagnose(
            "weekend-on-friday",
            () -> days(FROM_MONDAY, FRIDAY_AND_SATURDAY),
            "Fridays are marked as weekend and Sundays are not: `dayofweek` counts from Sunday, so 6 and 7 are Friday and Saturday. Use the day of the week that counts from Monday.")
        .diagnose(
            "circle-of-23-hours",
            () -> angles(angle(23)),
            "At 23 o'clock the point is where it is at midnight: the hour was divided by 23, the largest hour. A day has 24 hours, and one hour is 2π/24.")
        .diagnose(
            "two-turns-a-day",
            () -> angles(angle(12)),
            "Noon and midnight are the same point: the hour was divided by 12, and the day goes round twice. One hour is 2π/24.")
        .diagnose(
            "half-a-circle",
            () -> angles(angle(48)),
            "The day goes only half way round, so 23 o'clock and midnight are as far apart as can be. A full turn is 2π, not π.")
        .diagnose(
            "degrees-for-radians",
            () -> angles(time -> time.getHour() * 15.0),
            "The points jump about: `sin` and `cos` take radians, and one hour was taken for 15. A full turn is 2π; or use `radians(…)`.")
        .diagnose(
            "minutes-counted",
            () -> angles(time -> FULL_TURN / 24 * (time.getHour() + time.getMinute() / 60.0)),
            "The minutes moved the points, too. That is a good feature as well, but here the angle is that of the column `hour`.")
        .diagnose(
            "sin-cos-swapped",
            () -> angles(time -> Math.PI / 2 - ANGLE.applyAsDouble(time)),
            "`hour_sin` holds the cosine and `hour_cos` the sine. At midnight the sine is 0 and the cosine 1.");
  }

  Table right() {
    return read(FROM_MONDAY, WEEKEND, ANGLE);
  }

  private Table days(ToIntFunction<LocalDateTime> weekday, Predicate<LocalDateTime> weekend) {
    return read(weekday, weekend, ANGLE);
  }

  private Table angles(ToDoubleFunction<LocalDateTime> angle) {
    return read(FROM_MONDAY, WEEKEND, angle);
  }

  private static ToDoubleFunction<LocalDateTime> angle(int hoursOfATurn) {
    return time -> FULL_TURN * time.getHour() / hoursOfATurn;
  }

  private Table read(
      ToIntFunction<LocalDateTime> weekday,
      Predicate<LocalDateTime> weekend,
      ToDoubleFunction<LocalDateTime> angle) {
    return df.each(
            row -> {
              LocalDateTime time = time(row);
              row.put("month", time.getMonthValue());
              row.put("weekday", weekday.applyAsInt(time));
              row.put("is_weekend", weekend.test(time) ? 1.0 : 0.0);
              row.put("hour", time.getHour());
              row.put("hour_sin", Math.sin(angle.applyAsDouble(time)));
              row.put("hour_cos", Math.cos(angle.applyAsDouble(time)));
            })
        .table();
  }

  /** Sessions run in UTC. */
  private LocalDateTime time(Map<String, Object> row) {
    return ((Timestamp) row.get(column)).toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime();
  }
}
