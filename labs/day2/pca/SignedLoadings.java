package day2.pca;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The loadings of some components in plain Java: as they should be shown, and as known mistakes
 * show them.
 *
 * @param columns the columns
 * @param components one list per component, one number per column, with the signs of the model
 */
record SignedLoadings(List<String> columns, List<List<Double>> components) {

  /** Numbers below 1 in doubles. */
  private static final double ROUNDING = 1e-6;

  /** Three directions of four columns; in two of them the largest number is negative. */
  static final SignedLoadings BY_HAND =
      new SignedLoadings(
          List.of("sun", "rain", "wind", "fog"),
          List.of(
              List.of(0.5, 0.5, -0.7, 0.1),
              List.of(-0.5, 0.5, -0.1, -0.7),
              List.of(-0.1, 0.7, 0.5, 0.5)));

  /**
   * A model with these components and no data behind it; its constructor is public in Java only.
   */
  PCAModel model() {
    PCAModel model =
        new PCAModel(
            "pca_by_hand",
            new DenseMatrix(columns.size(), components.size(), flat(components)),
            new DenseVector(new double[] {0.5, 0.3, 0.2}));
    return (PCAModel) model.set(model.k(), components.size());
  }

  void judge(Dataset<Row> loadings) {
    expect(loadings)
        .as("the loadings")
        .within(ROUNDING)
        .toHaveRows(table(components, SignedLoadings::largest, 1))
        .diagnose(
            "sign-left-open",
            () -> table(components, component -> 1, 1),
            "The loadings stand as the library returned them. A direction and its opposite are the same component, so another version, or another machine, may show all signs of a component turned. Turn each component so that its largest loading, by absolute value, is positive.")
        .diagnose(
            "other-sign-rule",
            () -> table(components, component -> component.get(0), 1),
            "Each component is turned so that its first loading is positive. If that one is near zero, chance decides. The rule here: the loading with the largest absolute value is positive.")
        .diagnose(
            "other-sign-rule",
            () -> table(components, component -> component.stream().mapToDouble(v -> v).sum(), 1),
            "Each component is turned so that its sum is positive. The rule here: the loading with the largest absolute value is positive.")
        .diagnose(
            "absolute-loadings",
            () -> absolute(),
            "All loadings are positive: their signs within a component are lost, and with them which columns rise together and which fall when others rise. Turn whole components only.")
        .diagnose(
            "row-for-column",
            () -> table(misread(), SignedLoadings::largest, 1),
            "The numbers of several components are mixed. `DenseMatrix` keeps its values column by column, so `toArray()` or `values()` holds the first component first; read element i, j with `apply(i, j)`.")
        .diagnose(
            "counted-from-zero",
            () -> table(components, SignedLoadings::largest, 0),
            "The loadings are right, but the components are counted from 0. People count them from 1: the first component.");
  }

  /** The components if the values of the matrix were taken for rows one after another. */
  private List<List<Double>> misread() {
    double[] byColumn = flat(components);
    List<List<Double>> mixed = new ArrayList<>();
    for (int component = 0; component < components.size(); component++) {
      List<Double> read = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        read.add(byColumn[column * components.size() + component]);
      }
      mixed.add(read);
    }
    return mixed;
  }

  private Table absolute() {
    return table(
        components.stream().map(c -> c.stream().map(Math::abs).toList()).toList(), c -> 1, 1);
  }

  private Table table(
      List<List<Double>> shown, ToDoubleFunction<List<Double>> positive, int first) {
    List<List<Object>> rows = new ArrayList<>();
    for (int c = 0; c < shown.size(); c++) {
      double sign = positive.applyAsDouble(shown.get(c)) < 0 ? -1 : 1;
      for (int i = 0; i < columns.size(); i++) {
        rows.add(List.of(c + first, columns.get(i), sign * shown.get(c).get(i)));
      }
    }
    return new Table(List.of("component", "column", "loading"), rows);
  }

  private static double largest(List<Double> component) {
    return component.stream().max((a, b) -> Double.compare(Math.abs(a), Math.abs(b))).orElseThrow();
  }

  private static double[] flat(List<List<Double>> components) {
    return components.stream().flatMap(List::stream).mapToDouble(v -> v).toArray();
  }
}
