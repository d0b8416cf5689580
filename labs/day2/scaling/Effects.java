package day2.scaling;

import java.util.Map;

/**
 * A linear model in the units of its columns.
 *
 * @param intercept the prediction for a row in which every column is zero
 * @param perUnit by column, how much the prediction rises when the column rises by 1
 * @param perSd by column, how much the prediction rises when the column rises by one standard
 *     deviation
 */
public record Effects(double intercept, Map<String, Double> perUnit, Map<String, Double> perSd) {}
