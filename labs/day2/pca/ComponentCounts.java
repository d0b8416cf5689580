package day2.pca;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import dev.kindling.reference.PrincipalComponents;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many components are needed for some shares, in plain Java: as it should be, and as known
 * mistakes have it.
 *
 * @param rows the vectors
 * @param shares the shares that were asked for
 */
record ComponentCounts(List<List<Double>> rows, List<Double> shares) {

  void judge(List<Integer> counts) {
    List<Integer> right = right();
    expect(counts)
        .as("the numbers of components for the shares " + shares)
        .toHaveElementsInOrder(right)
        .diagnose(
            "index-not-count",
            right.stream().map(count -> count - 1).toList(),
            "Each number is one too small. The shares are counted from 0 and components from 1: if the shares at 0, 1 and 2 are enough, these are three components.")
        .diagnose(
            "one-too-many",
            right.stream().map(count -> count + 1).toList(),
            "Each number is one too large: the sum had reached the share one component earlier.")
        .diagnose(
            "columns-not-components",
            ofColumns(),
            "These numbers belong to the variances of the columns, not of the components. Columns that go along with each other share their variance; the components are directions in which it is taken apart. Let a `PCA` find them.")
        .diagnose(
            "scaled-again",
            ofScaledAgain(),
            "The vectors were scaled once more, which makes all columns equally important. The column is called `scaled` because that has been decided already: take it as it is.");
  }

  private List<Integer> right() {
    return needed(PrincipalComponents.unscaled(table(), names()).shares());
  }

  private List<Integer> ofScaledAgain() {
    return needed(PrincipalComponents.scaled(table(), names()).shares());
  }

  private List<Integer> ofColumns() {
    List<Double> variances =
        names().stream()
            .map(table()::values)
            .map(Values::sd)
            .map(sd -> sd * sd)
            .sorted((a, b) -> Double.compare(b, a))
            .toList();
    double total = variances.stream().mapToDouble(v -> v).sum();
    return needed(variances.stream().map(v -> v / total).toList());
  }

  private List<Integer> needed(List<Double> ofEach) {
    return shares.stream()
        .map(
            share ->
                IntStream.rangeClosed(1, ofEach.size())
                    .filter(k -> ofEach.subList(0, k).stream().mapToDouble(v -> v).sum() >= share)
                    .findFirst()
                    .orElse(ofEach.size()))
        .toList();
  }

  private List<String> names() {
    return IntStream.range(0, rows.get(0).size()).mapToObj(i -> "v" + i).toList();
  }

  private Table table() {
    return new Table(names(), rows.stream().map(row -> List.<Object>copyOf(row)).toList());
  }
}
