package dev.kindling.profile.report;

/**
 * A bar of a histogram.
 *
 * @param from where it begins; for dates, milliseconds since 1970 (UTC)
 * @param to where it ends; the last bin includes its end, others do not
 * @param count the finite values in it
 */
public record Bin(double from, double to, long count) {}
