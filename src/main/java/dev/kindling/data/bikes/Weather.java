package dev.kindling.data.bikes;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Streams;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.Arrays;

/** The weather of two towns, which remembers from hour to hour what it was. */
final class Weather {

  /** The share of hours with at most clouds of each kind; what is left is the worst. */
  private static final double[] SHARES = {0.65, 0.91, 0.998};

  private static final double WARMEST_DAY = 205;
  private static final double WARMEST_HOUR = 15;
  private static final double YEAR = 365.25;

  private final Streams streams;
  private final int size;

  /**
   * @param size the number of hours of both towns
   */
  Weather(Streams streams, int size) {
    this.streams = streams;
    this.size = size;
  }

  /** Fills the columns; date and hour must be there. */
  void fill(TableDraft draft) {
    double[] clouds = remembering("clouds", 0.93);
    double[] warmth = remembering("warmth", 0.985);
    double[] damp = remembering("damp", 0.9);
    double[] wind = remembering("wind", 0.9);
    double[] bounds = bounds(clouds);
    draft.fill("weathersit", (row, draws) -> situation(clouds[row.index()], bounds));
    draft.fill("temp", (row, draws) -> temperature(row, warmth[row.index()], clouds[row.index()]));
    draft.fill(
        "hum",
        (row, draws) ->
            (int)
                Math.max(
                    15,
                    Math.min(
                        100,
                        Math.round(
                            64
                                - 7 * afternoon(row)
                                + 9 * clouds[row.index()]
                                + 7 * damp[row.index()]))));
    draft.fill(
        "windspeed",
        (row, draws) ->
            Decimals.round(Math.min(60, 11 * StrictMath.exp(0.5 * wind[row.index()])), 1));
    draft.fill("atemp", Weather::felt);
  }

  /** Standard normal numbers, each with so much of the one before. */
  private double[] remembering(String purpose, double memory) {
    Draws draws = streams.draws(purpose);
    double[] values = new double[size];
    double value = draws.normal();
    for (int i = 0; i < size; i++) {
      values[i] = value;
      value = memory * value + Math.sqrt(1 - memory * memory) * draws.normal();
    }
    return values;
  }

  /** Ranks of the first town's clouds, so that it sees every kind, whatever the seed. */
  private static double[] bounds(double... clouds) {
    double[] sorted = Arrays.copyOf(clouds, HourCalendar.HOURS);
    Arrays.sort(sorted);
    return Arrays.stream(SHARES).map(share -> sorted[(int) (share * sorted.length)]).toArray();
  }

  private static int situation(double clouds, double... bounds) {
    int situation = 1;
    for (double bound : bounds) {
      situation += clouds >= bound ? 1 : 0;
    }
    return situation;
  }

  private static double temperature(Cells row, double warmth, double clouds) {
    int day = HourCalendar.date(row).getDayOfYear();
    double summer = StrictMath.cos(2 * Math.PI * (day - WARMEST_DAY) / YEAR);
    double celsius =
        12.5 + 11 * summer + (3 + summer) * afternoon(row) + 3.2 * warmth - Math.max(0, clouds);
    return Decimals.round(celsius, 1);
  }

  private static double afternoon(Cells row) {
    return StrictMath.cos(2 * Math.PI * (row.whole("hr") - WARMEST_HOUR) / HourCalendar.DAY);
  }

  /** Damp heat feels hotter and wind colder, by little: nearly the same column again. */
  private static Object felt(Cells row, Draws draws) {
    double heat = Math.max(0, row.number("temp")) / 400 * (row.number("hum") - 60);
    double chill = 0.07 * (row.number("windspeed") - 11);
    return Decimals.round(row.number("temp") + heat - chill + draws.normal(0, 0.4), 1);
  }
}
