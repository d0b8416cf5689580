package day2.scaling;

/**
 * The error of the same kind of model with and without scaled features, in the unit of the label.
 *
 * @param plain the RMSE on test of a model that learned from the columns as they are
 * @param scaled the RMSE on test of a model that learned from standardised columns
 */
public record Comparison(double plain, double scaled) {}
