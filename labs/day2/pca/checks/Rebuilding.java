package day2.pca.checks;

import dev.kindling.data.TableRow;
import dev.kindling.reference.PrincipalComponents;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What some components tell of a row, in plain Java.
 *
 * @param components learned from other rows, scaled
 * @param k how many of them count
 */
record Rebuilding(PrincipalComponents components, int k) {

  int size() {
    return components.columns().size();
  }

  /** The row in the units of its columns, as far as the components tell it. */
  List<Double> inUnits(TableRow row) {
    return IntStream.range(0, size())
        .mapToObj(i -> told(row, i) * components.sds().get(i) + components.means().get(i))
        .toList();
  }

  /** The sum of the squared differences between the row and what is told of it. */
  double squares(TableRow row, boolean inUnits) {
    return IntStream.range(0, size())
        .mapToDouble(i -> (scaled(row, i) - told(row, i)) * (inUnits ? components.sds().get(i) : 1))
        .map(difference -> difference * difference)
        .sum();
  }

  private double told(TableRow row, int i) {
    return components.vectors().subList(0, k).stream()
        .mapToDouble(
            direction ->
                direction.get(i)
                    * IntStream.range(0, size())
                        .mapToDouble(j -> scaled(row, j) * direction.get(j))
                        .sum())
        .sum();
  }

  private double scaled(TableRow row, int i) {
    double value = row.number(components.columns().get(i));
    return (value - components.means().get(i)) / components.sds().get(i);
  }
}
