package dev.kindling.profile.report;

/**
 * How often a value occurs.
 *
 * @param value as text
 * @param count how often
 * @param share of the cells that are not missing
 */
public record Frequency(String value, long count, double share) {

  public static Frequency of(String value, long count, long cells) {
    return new Frequency(value, count, Finite.share(count, cells));
  }
}
