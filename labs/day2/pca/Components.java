package day2.pca;

import dev.kindling.data.Table;
import dev.kindling.reference.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What some components make of rows, in plain Java.
 *
 * @param of the components, learned from some rows
 * @param k how many of them count
 */
record Components(PrincipalComponents of, int k) {

  /** The rows, centred and scaled as the components were learned. */
  List<List<Double>> scaled(Table rows) {
    return each(rows, (value, i) -> (value - of.means().get(i)) / of.sds().get(i));
  }

  /** The rows, scaled but not centred. */
  List<List<Double>> uncentred(Table rows) {
    return each(rows, (value, i) -> value / of.sds().get(i));
  }

  /** The components of prepared rows. */
  List<List<Double>> project(List<List<Double>> prepared) {
    return prepared.stream()
        .map(row -> IntStream.range(0, k).mapToObj(c -> dot(row, of.vectors().get(c))).toList())
        .toList();
  }

  /** Prepared rows as far as the components tell them. */
  List<List<Double>> back(List<List<Double>> projected) {
    List<List<Double>> rows = new ArrayList<>();
    for (List<Double> components : projected) {
      rows.add(
          IntStream.range(0, of.columns().size())
              .mapToObj(
                  i ->
                      IntStream.range(0, k)
                          .mapToDouble(c -> components.get(c) * of.vectors().get(c).get(i))
                          .sum())
              .toList());
    }
    return rows;
  }

  /** A function of a value and the place of its column. */
  @FunctionalInterface
  interface Cell {
    double of(double value, int column);
  }

  /** Changes every value. */
  static List<List<Double>> each(List<List<Double>> rows, Cell change) {
    return rows.stream()
        .map(row -> IntStream.range(0, row.size()).mapToObj(i -> change.of(row.get(i), i)).toList())
        .toList();
  }

  private List<List<Double>> each(Table rows, Cell change) {
    return each(HandMade.numbers(rows, of.columns()), change);
  }

  private static double dot(List<Double> first, List<Double> second) {
    return IntStream.range(0, first.size()).mapToDouble(i -> first.get(i) * second.get(i)).sum();
  }
}
