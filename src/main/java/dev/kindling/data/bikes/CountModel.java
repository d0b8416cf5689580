package dev.kindling.data.bikes;

import dev.kindling.data.Draws;
import dev.kindling.data.Lookup;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How a count comes about: the logarithm of one plus the count is normal around a level, with the
 * standard deviation {@link #NOISE}; then it is rounded to whole bikes, and never below zero. The
 * level is the sum of the day's curve at the hour, the effect of the weather, {@code warmth} times
 * the square of tens of degrees away from {@link #BEST_TEMPERATURE}, {@code humidity} per percent
 * above {@link #USUAL_HUMIDITY}, {@code wind} per km/h above {@link #USUAL_WIND}, and the growth.
 *
 * @param workingDay the curve of working days
 * @param dayOff the curve of Saturdays, Sundays and holidays
 * @param weather the effect of each {@code weathersit}; that of 1 is zero
 * @param warmth below zero
 * @param humidity below zero
 * @param wind below zero
 * @param growth what the level has risen by at the end of the second year
 */
public record CountModel(
    DayCurve workingDay,
    DayCurve dayOff,
    Map<Integer, Double> weather,
    double warmth,
    double humidity,
    double wind,
    double growth) {

  /** The standard deviation of the noise: the floor of every model's RMSLE. */
  public static final double NOISE = 0.25;

  /** In degrees Celsius. */
  public static final double BEST_TEMPERATURE = 24;

  /** In percent. */
  public static final double USUAL_HUMIDITY = 60;

  /** In km/h. */
  public static final double USUAL_WIND = 11;

  public CountModel {
    weather = Collections.unmodifiableMap(weather);
  }

  static CountModel draw(Draws draws) {
    Map<Integer, Double> weather = new LinkedHashMap<>();
    weather.put(1, 0.0);
    weather.put(2, draws.uniform(-0.10, -0.06));
    weather.put(3, draws.uniform(-0.60, -0.50));
    weather.put(4, draws.uniform(-1.1, -0.9));
    return new CountModel(
        DayCurve.workingDay(draws),
        DayCurve.dayOff(draws),
        weather,
        draws.uniform(-0.13, -0.11),
        draws.uniform(-0.006, -0.004),
        draws.uniform(-0.009, -0.007),
        draws.uniform(0.7, 0.8));
  }

  /**
   * The level of an hour: the mean of the logarithm of one plus the count.
   *
   * @param hour the value of each column
   */
  public double level(Function<String, ?> hour) {
    return levelWithoutGrowth(hour) + growth * grown(hour);
  }

  /** The level that the hour would have if nothing had grown. */
  public double levelWithoutGrowth(Function<String, ?> hour) {
    DayCurve curve = number(hour, "workingday") == 1 ? workingDay : dayOff;
    double degrees = (number(hour, "temp") - BEST_TEMPERATURE) / 10;
    return curve.at((int) number(hour, "hr"))
        + Lookup.of(weather, (int) number(hour, "weathersit"))
        + warmth * degrees * degrees
        + humidity * (number(hour, "hum") - USUAL_HUMIDITY)
        + wind * (number(hour, "windspeed") - USUAL_WIND);
  }

  /** The share of the growth that has come: none in the first year, then day by day up to 1. */
  public static double grown(Function<String, ?> hour) {
    LocalDate day = LocalDate.parse(String.valueOf((Object) hour.apply("dteday")));
    boolean first = day.getYear() == HourCalendar.FIRST.getYear();
    return first ? 0 : day.getDayOfYear() / (double) day.lengthOfYear();
  }

  private static double number(Function<String, ?> hour, String column) {
    return ((Number) hour.apply(column)).doubleValue();
  }
}
