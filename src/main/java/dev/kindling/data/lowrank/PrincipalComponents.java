package dev.kindling.data.lowrank;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.List;

/**
 * The principal components of some columns of a table, computed in plain Java, independent of
 * Spark.
 *
 * @param columns the columns
 * @param means the mean of each column
 * @param sds what each column was divided by: its standard deviation (of a sample, divided by n -
 *     1) if scaled, 1 if not
 * @param variances the variance along each component, largest first
 * @param vectors the direction of each component, of length 1, one number per column; its sign is
 *     arbitrary
 */
public record PrincipalComponents(
    List<String> columns,
    List<Double> means,
    List<Double> sds,
    List<Double> variances,
    List<List<Double>> vectors) {

  /** The components of columns that are centred and divided by their standard deviations. */
  public static PrincipalComponents scaled(Table rows, List<String> columns) {
    return of(rows, columns, true);
  }

  /** The components of columns that are centred and otherwise as they are. */
  public static PrincipalComponents unscaled(Table rows, List<String> columns) {
    return of(rows, columns, false);
  }

  /** The share of each component in the whole variance, largest first; they add to 1. */
  public List<Double> shares() {
    double total = variances.stream().mapToDouble(v -> v).sum();
    return variances.stream().map(v -> v / total).toList();
  }

  /** The smallest number of components that together have at least this share of the variance. */
  public int needed(double share) {
    double sum = 0;
    List<Double> shares = shares();
    for (int k = 0; k < shares.size(); k++) {
      sum += shares.get(k);
      if (sum >= share) {
        return k + 1;
      }
    }
    return shares.size();
  }

  private static PrincipalComponents of(Table rows, List<String> columns, boolean scale) {
    List<Values> values = columns.stream().map(rows::values).toList();
    List<Double> means = values.stream().map(Values::mean).toList();
    List<Double> sds = values.stream().map(column -> scale ? column.sd() : 1.0).toList();
    int size = columns.size();
    double[][] covariance = new double[size][size];
    for (List<Object> row : rows.rows()) {
      double[] off = new double[size];
      for (int i = 0; i < size; i++) {
        double value = ((Number) row.get(rows.columns().indexOf(columns.get(i)))).doubleValue();
        off[i] = (value - means.get(i)) / sds.get(i);
      }
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariance[i][j] += off[i] * off[j] / (rows.size() - 1);
        }
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance);
    return new PrincipalComponents(columns, means, sds, eigen.values(), eigen.vectors());
  }
}
