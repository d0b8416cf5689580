package day2.profiling;

/** An alert, such as {@code CONSTANT}, and the column that deserves it. */
public record Finding(String alert, String column) {}
