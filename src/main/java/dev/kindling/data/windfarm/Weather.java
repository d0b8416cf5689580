package dev.kindling.data.windfarm;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import dev.kindling.data.Streams;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.time.LocalDate;
import java.util.List;

/**
 * The weather, eight hours after eight hours. The wind is a vector that leans towards its usual
 * direction; most of it lasts all day, and some of it until tomorrow. It is stronger in winter.
 */
final class Weather {

  static final List<String> HOURS = List.of("00", "08", "16");

  /** How much of the wind is the day's, and how much of that is left the next day. */
  private static final double DAY_SHARE = 0.88;

  private static final double MEMORY = 0.55;
  private static final double WINDIEST_DAY = 20;
  private static final double WARMEST_DAY = 205;
  private static final double YEAR = 365.25;

  private final Streams streams;
  private final int days;

  /** The wind's usual strength and direction (where it comes from, in degrees), and its season. */
  private final double strength;

  private final double direction;
  private final double season;

  Weather(Streams streams, int days) {
    this.streams = streams;
    this.days = days;
    Draws draws = streams.draws("climate");
    strength = draws.uniform(5.2, 5.8);
    direction = draws.uniform(230, 270);
    season = draws.uniform(0.16, 0.22);
  }

  /** Fills direction, speed and temperature of each hour; {@code date} must be there. */
  void fill(TableDraft draft) {
    double[] along = remembering("wind along");
    double[] across = remembering("wind across");
    double[] warmth = remembering("warmth");
    for (int i = 0; i < HOURS.size(); i++) {
      int hour = i;
      String name = HOURS.get(i);
      draft.fill(
          "wind_direction_" + name,
          (row, draws) -> direction(along[step(row, hour)], across[step(row, hour)]));
      draft.fill(
          "wind_speed_" + name,
          (row, draws) -> speed(row, along[step(row, hour)], across[step(row, hour)]));
      draft.fill(
          "temperature_" + name, (row, draws) -> temperature(row, hour, warmth[step(row, hour)]));
    }
  }

  private static int step(Cells row, int hour) {
    return row.index() * HOURS.size() + hour;
  }

  /** Standard normal numbers: those of one day are close, those of the next one remember them. */
  private double[] remembering(String purpose) {
    Draws draws = streams.draws(purpose);
    double[] steps = new double[days * HOURS.size()];
    double today = draws.normal();
    for (int day = 0; day < days; day++) {
      for (int hour = 0; hour < HOURS.size(); hour++) {
        steps[day * HOURS.size() + hour] =
            Math.sqrt(DAY_SHARE) * today + Math.sqrt(1 - DAY_SHARE) * draws.normal();
      }
      today = MEMORY * today + Math.sqrt(1 - MEMORY * MEMORY) * draws.normal();
    }
    return steps;
  }

  private double direction(double along, double across) {
    double off = StrictMath.toDegrees(StrictMath.atan2(across, 1 + along));
    double degrees = Decimals.round((direction + off + 360) % 360, 1);
    return degrees == 360 ? 0 : degrees;
  }

  private double speed(Cells row, double along, double across) {
    double winter = 1 + season * StrictMath.cos(angle(row, WINDIEST_DAY));
    return Decimals.round(strength * winter * StrictMath.hypot(1 + along, across), 2);
  }

  private static double temperature(Cells row, int hour, double warmth) {
    double summer = StrictMath.cos(angle(row, WARMEST_DAY));
    double afternoon = hour == 2 ? 3 + summer : hour == 0 ? -2 - summer : 0;
    return Decimals.round(10 + 8 * summer + afternoon + 3 * warmth, 1);
  }

  private static double angle(Cells row, double peak) {
    int day = ((LocalDate) row.get("date")).getDayOfYear();
    return 2 * Math.PI * (day - peak) / YEAR;
  }
}
