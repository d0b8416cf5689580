package dev.kindling.data.segments;

import dev.kindling.data.Decimals;
import dev.kindling.data.TableDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Plants test rows beyond what train has seen: in each column one above the largest value and, but
 * for the sparse column, one below the smallest. Each is a customer of a segment that is high or
 * low there, so that the segment stays plain.
 */
final class Outside {

  /** How far outside, as a share of the range that train has. */
  static final double SHARE_OF_RANGE = 0.1;

  private final TableDraft draft;
  private final Centres centres;
  private final int train;
  private final int test;
  private final Set<Integer> taken = new HashSet<>();

  private Outside(TableDraft draft, Centres centres, int train, int test) {
    this.draft = draft;
    this.centres = centres;
    this.train = train;
    this.test = test;
  }

  /** Changes the draft, whose first rows are those of train and the next those of test. */
  static void plant(TableDraft draft, Centres centres, int train, int test) {
    Outside outside = new Outside(draft, centres, train, test);
    List<String> columns = new ArrayList<>(Segments.TELLING);
    columns.add(Segments.LOUD);
    for (String column : columns) {
      outside.plant(column, true);
      outside.plant(column, false);
    }
    outside.plant(Segments.SPARSE, true);
  }

  private void plant(String column, boolean above) {
    double[] seen =
        IntStream.range(0, train).mapToDouble(i -> draft.row(i).number(column)).sorted().toArray();
    double margin = Math.max(1, SHARE_OF_RANGE * (seen[train - 1] - seen[0]));
    double value = Decimals.round(above ? seen[train - 1] + margin : seen[0] - margin, 2);
    int chosen =
        IntStream.range(train, train + test)
            .filter(row -> fits(row, column, above))
            .findFirst()
            .orElseThrow();
    taken.add(chosen);
    draft.fill(column, (row, draws) -> row.index() == chosen ? value : row.get(column));
  }

  private boolean fits(int row, String column, boolean above) {
    int segment = draft.row(row).whole("segment");
    return segment != SegmentsTruth.STRAY
        && !taken.contains(row)
        && (!Segments.TELLING.contains(column) || centres.isHigh(column, segment) == above);
  }
}
