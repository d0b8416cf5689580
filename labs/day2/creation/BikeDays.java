package day2.creation;

import dev.kindling.data.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Hand-made series of hired bikes, by day and by hour, their rows out of order. Casual and
 * registered riders add up to the count; no series goes only up or only down.
 */
final class BikeDays {

  static final String DAYS =
      "station STRING, day DATE, casual INT, registered INT, temp DOUBLE, count INT";
  static final String HOURS = "dock STRING, at TIMESTAMP, members INT, guests INT, rides INT";

  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 26);
  private static final Instant FIRST_HOUR = Instant.parse("2025-05-30T15:00:00Z");
  private static final int[][] CASUAL = {
    {12, 9, 15, 11, 30, 52, 47, 10, 14, 8, 13}, {3, 5, 2, 4, 21, 33, 40, 6, 1, 7}
  };
  private static final int[][] REGISTERED = {
    {140, 155, 149, 161, 120, 70, 65, 150, 158, 163, 152},
    {40, 38, 47, 45, 36, 22, 18, 41, 49, 44}
  };

  private BikeDays() {}

  /** Eleven days of one station and ten of another. */
  static Table days() {
    List<List<Object>> rows = new ArrayList<>();
    for (int station = 0; station < CASUAL.length; station++) {
      for (int day = 0; day < CASUAL[station].length; day++) {
        int casual = CASUAL[station][day];
        int registered = REGISTERED[station][day];
        rows.add(
            List.of(
                station == 0 ? "Quay" : "Hill",
                FIRST_DAY.plusDays(day),
                casual,
                registered,
                18 + (day * 7 % 5) / 2.0,
                casual + registered));
      }
    }
    return outOfOrder(List.of("station", "day", "casual", "registered", "temp", "count"), rows);
  }

  /** Twenty hours at each of three docks, across midnight. */
  static Table hours() {
    List<List<Object>> rows = new ArrayList<>();
    for (String dock : List.of("North", "East", "South")) {
      for (int hour = 0; hour < 20; hour++) {
        int members = (hour * hour * 7 + dock.length() * 13) % 41;
        int guests = (hour * 11 + dock.charAt(0)) % 17;
        rows.add(
            List.of(
                dock,
                Timestamp.from(FIRST_HOUR.plus(hour, ChronoUnit.HOURS)),
                members,
                guests,
                members + guests));
      }
    }
    return outOfOrder(List.of("dock", "at", "members", "guests", "rides"), rows);
  }

  /** The same rows, neither by group nor by time. */
  private static Table outOfOrder(List<String> columns, List<List<Object>> rows) {
    List<List<Object>> mixed = new ArrayList<>(rows);
    mixed.sort(Comparator.comparing(row -> rows.indexOf(row) * 8 % 21));
    return new Table(columns, mixed);
  }
}
