package dev.kindling.data.listings;

import dev.kindling.data.Draws;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Whether the medians of a column are beyond doubt: the same however a median is defined, and
 * another one in train than in all rows. Spark's Imputer may be 0.001 of all ranks off; we ask for
 * {@value #SHARE}.
 */
final class MedianMargins {

  private static final double SHARE = 0.005;

  private final Layout layout;

  MedianMargins(Layout layout) {
    this.layout = layout;
  }

  /** Fills a column anew until its medians are clear. */
  void fill(TableDraft draft, String column, BiFunction<Cells, Draws, Object> value) {
    draft.fillUntil(column, value, soFar -> hold(soFar, column));
  }

  /** Judges the values that are not missing. */
  private boolean hold(TableDraft draft, String column) {
    int[] both = Layout.both(layout.train(), layout.test());
    Values train = values(draft, column, layout.train(), row -> true);
    Values all = values(draft, column, both, row -> true);
    return train.medianIsClear(SHARE)
        && all.medianIsClear(SHARE)
        && train.median() != all.median()
        && Homes.ROOM_TYPES.stream()
            .map(
                room ->
                    values(
                        draft, column, layout.train(), row -> row.text("room_type").equals(room)))
            .allMatch(group -> group.medianIsClear(SHARE));
  }

  private static Values values(
      TableDraft draft, String column, int[] rows, Predicate<Cells> wanted) {
    List<Object> values = new ArrayList<>(rows.length);
    Arrays.stream(rows)
        .mapToObj(draft::row)
        .filter(wanted.and(row -> !Gaps.missing(row, column)))
        .forEach(row -> values.add(row.get(column)));
    return new Values(values);
  }
}
