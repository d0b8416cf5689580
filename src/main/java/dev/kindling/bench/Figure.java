package dev.kindling.bench;

import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param ours the median of Kindling's times (or its size)
 * @param other the median of the other way's; null where there is nothing to compare with
 * @param unit {@code ms} or {@code MB}
 * @param ratio {@code other / ours}: how many times faster (or smaller) ours is; null without
 *     another way
 * @param target what the ratio, or the figure, should reach, in words; null for none
 * @param met whether it does; null without a target
 * @param otherIs what the other way is
 */
public record Figure(
    String name,
    double ours,
    @Nullable Double other,
    String unit,
    @Nullable Double ratio,
    @Nullable String target,
    @Nullable Boolean met,
    @Nullable String otherIs) {

  /** A figure that should be at least {@code times} times better than another way. */
  public static Figure faster(
      String name, double ours, double other, double times, String otherIs) {
    double ratio = other / ours;
    return new Figure(
        name,
        ours,
        other,
        "ms",
        ratio,
        "at least %s times faster".formatted(plain(times)),
        ratio >= times,
        otherIs);
  }

  /** A figure that should stay below a limit. */
  public static Figure below(String name, double ours, double limit, String unit) {
    return new Figure(
        name,
        ours,
        null,
        unit,
        null,
        "under %s %s".formatted(plain(limit), unit),
        ours < limit,
        null);
  }

  /** A figure beside another way's, without a target. */
  public static Figure beside(String name, double ours, double other, String unit, String otherIs) {
    return new Figure(name, ours, other, unit, other / ours, null, null, otherIs);
  }

  /** A figure that is only told. */
  public static Figure told(String name, double value, String unit) {
    return new Figure(name, value, null, unit, null, null, null, null);
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
