package day2.selection;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/**
 * Which of the columns that say the same are kept, and what known mistakes keep.
 *
 * @param rows the rows to learn from
 * @param columns the columns, in order
 * @param label the label
 * @param most the largest correlation that two kept columns may have
 */
record Twins(Table rows, List<String> columns, String label, double most) {

  void judge(List<String> found) {
    expect(found)
        .as("the columns that are kept")
        .toHaveElementsInOrder(kept(Math::abs, Math::abs))
        .diagnose(
            "label-among-columns",
            names -> names.contains(label),
            "`%s` is the label, and it is among the columns that are kept. It is in the vector for its correlations alone; walk through `columns`."
                .formatted(label))
        .diagnose(
            "sign-forgotten",
            kept(Math::abs, r -> r),
            "Two columns that run against each other were both kept. A correlation of -0.98 is as strong as one of 0.98: one column is the other one turned round. Compare the absolute value.")
        .diagnose(
            "signed-strength",
            kept(r -> r, Math::abs),
            "The columns were sorted by their correlation with the label, sign and all, so one that runs strongly against the label came last. It predicts as well as one that runs along: sort by the absolute value.")
        .diagnose(
            "both-dropped",
            columns.stream().filter(one -> columns.stream().noneMatch(twinOf(one))).toList(),
            "Every column that has a twin is gone, and its twin with it: what the two said is lost. Drop one of them, and keep the one that goes along with the label more.")
        .diagnose(
            "first-in-order",
            keptOf(columns, Math::abs),
            "Of twins, the one that comes first in the list was kept. That is luck: keep the one that goes along more with `%s`. Walk through the columns in the order of their correlation with it."
                .formatted(label))
        .diagnose(
            "compared-with-dropped",
            keptBeforeAll(),
            "A column was dropped because of one that had been dropped itself. If a goes with b, and b with c, but a not with c, then b goes, and c must stay: what it says is nowhere else. Compare with the kept columns only.")
        .diagnose(
            "squared-correlation",
            kept(Math::abs, r -> r * r),
            "The squares of the correlations were compared with %s, so twins with a correlation of up to %.3f were kept. Compare the correlation itself, without its sign."
                .formatted(most, Math.sqrt(most)));
  }

  private List<String> kept(DoubleUnaryOperator strength, DoubleUnaryOperator likeness) {
    return keptOf(
        columns.stream()
            .sorted(
                Comparator.comparing(
                    column -> -strength.applyAsDouble(Tested.correlation(rows, column, label))))
            .toList(),
        likeness);
  }

  /** Walks through columns and keeps those that none kept before is like. */
  private List<String> keptOf(List<String> inOrder, DoubleUnaryOperator likeness) {
    List<String> kept = new ArrayList<>();
    for (String column : inOrder) {
      if (kept.stream()
          .allMatch(k -> likeness.applyAsDouble(Tested.correlation(rows, column, k)) <= most)) {
        kept.add(column);
      }
    }
    return columns.stream().filter(kept::contains).toList();
  }

  /** The columns that have no stronger twin, kept or not. */
  private List<String> keptBeforeAll() {
    return columns.stream()
        .filter(
            column ->
                columns.stream()
                    .filter(other -> ofLabel(other) > ofLabel(column))
                    .noneMatch(twinOf(column)))
        .toList();
  }

  private double ofLabel(String column) {
    return Math.abs(Tested.correlation(rows, column, label));
  }

  private Predicate<String> twinOf(String column) {
    return other ->
        !other.equals(column) && Math.abs(Tested.correlation(rows, column, other)) > most;
  }
}
