package dev.kindling.reference;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The principal components of some columns of a table: the eigenvectors of their covariance matrix
 * (Jolliffe, Principal Component Analysis, 2nd ed., ch. 1), or of their correlation matrix if they
 * are scaled.
 *
 * @param columns the columns
 * @param means the mean of each column
 * @param sds what each column was divided by: its standard deviation (of a sample, divided by n -
 *     1) if scaled, 1 if not
 * @param variances the variance along each component, largest first
 * @param vectors the direction of each component, of length 1, one number per column; its sign is
 *     that of {@link SymmetricEigen#signed}
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

  /** The first k components of each row, which is centred and scaled as the components were. */
  public List<List<Double>> project(Table rows, int k) {
    return rows.map(
        row ->
            IntStream.range(0, k)
                .mapToObj(
                    component ->
                        IntStream.range(0, columns.size())
                            .mapToDouble(
                                i ->
                                    (row.number(columns.get(i)) - means.get(i))
                                        / sds.get(i)
                                        * vectors.get(component).get(i))
                            .sum())
                .toList());
  }

  private static PrincipalComponents of(Table rows, List<String> columns, boolean scale) {
    List<Values> values = columns.stream().map(rows::values).toList();
    List<Double> means = values.stream().map(Values::mean).toList();
    List<Double> sds = values.stream().map(column -> scale ? column.sd() : 1.0).toList();
    double[][] covariances = Correlations.covariances(rows.numbers(columns));
    for (int i = 0; i < covariances.length; i++) {
      for (int j = 0; j < covariances.length; j++) {
        covariances[i][j] /= sds.get(i) * sds.get(j);
      }
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariances);
    return new PrincipalComponents(columns, means, sds, eigen.values(), eigen.vectors());
  }
}
