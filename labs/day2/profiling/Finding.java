package day2.profiling;

/**
 * An alert.
 *
 * @param alert such as {@code CONSTANT}
 * @param column where
 */
public record Finding(String alert, String column) {}
