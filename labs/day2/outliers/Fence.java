package day2.outliers;

import java.io.Serializable;

/**
 * The values of a column that are taken for ordinary: all from {@code lower} to {@code upper}, both
 * ends included. A fence can be learned from rows, or written down by somebody who knows the field.
 *
 * @param column the name of a numeric column
 * @param lower the smallest ordinary value
 * @param upper the largest ordinary value
 */
public record Fence(String column, double lower, double upper) implements Serializable {}
