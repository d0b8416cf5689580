package dev.kindling.plot.view;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points in time.
 *
 * @param low milliseconds since 1970 at 0
 * @param high milliseconds since 1970 at 1
 */
record TimeScale(double low, double high) implements Scale {

  private static final int STEPS = 6;
  private static final int[] HOURS = {1, 3, 6, 12};
  private static final int[] DAYS = {1, 2, 7, 14};
  private static final int[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 240};
  private static final double DAY = Duration.ofDays(1).toMillis();

  @Override
  public double at(@Nullable Object value) {
    return high > low ? (Scale.number(value) - low) / (high - low) : 0.5;
  }

  @Override
  public List<Tick> ticks() {
    double days = (high - low) / DAY;
    if (days <= 0) {
      return List.of(tick(low, "yyyy-MM-dd"));
    }
    if (days <= 2) {
      return steps(HOURS, days * 24, DAY / 24, "MM-dd HH:mm");
    }
    return days <= DAYS[DAYS.length - 1] * STEPS ? steps(DAYS, days, DAY, "yyyy-MM-dd") : months();
  }

  private List<Tick> steps(int[] sizes, double length, double unit, String pattern) {
    int size = fitting(sizes, length);
    List<Tick> ticks = new ArrayList<>();
    for (double at = Math.ceil(low / unit) * unit; at <= high; at += size * unit) {
      ticks.add(tick(at, pattern));
    }
    return ticks;
  }

  private List<Tick> months() {
    int size = fitting(MONTHS, (high - low) / DAY / 30);
    LocalDate date =
        Instant.ofEpochMilli((long) low).atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    if (size >= 12) {
      date = date.withMonth(1);
    }
    List<Tick> ticks = new ArrayList<>();
    while (millis(date) <= high) {
      if (millis(date) >= low) {
        ticks.add(tick(millis(date), size >= 12 ? "yyyy" : "yyyy-MM"));
      }
      date = date.plusMonths(size);
    }
    return ticks;
  }

  private static double millis(LocalDate date) {
    return date.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static int fitting(int[] sizes, double length) {
    for (int size : sizes) {
      if (length / size <= STEPS + 1) {
        return size;
      }
    }
    return sizes[sizes.length - 1];
  }

  private Tick tick(double millis, String pattern) {
    return new Tick(at(millis), text(millis, pattern));
  }

  static String text(double millis, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .format(Instant.ofEpochMilli((long) millis).atZone(ZoneOffset.UTC));
  }
}
