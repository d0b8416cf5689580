package dev.kindling.result;

/**
 * How long a run took, in milliseconds.
 *
 * @param compile until the answer was compiled
 * @param first until the first verdict
 * @param total until the last verdict
 */
public record Millis(long compile, long first, long total) {}
