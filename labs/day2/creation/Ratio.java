package day2.creation;

/**
 * A feature that is one column divided by another.
 *
 * @param name the column that it becomes
 * @param numerator a numeric column
 * @param denominator a numeric column, in which zeros and nulls may occur
 */
public record Ratio(String name, String numerator, String denominator) {}
