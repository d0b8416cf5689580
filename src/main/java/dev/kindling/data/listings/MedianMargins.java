package dev.kindling.data.listings;

import dev.kindling.data.Draws;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import dev.kindling.data.Values;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Whether the medians of a column are beyond doubt: the same however a median is defined, another
 * one in train than in all rows, and another one if sentinels are taken for numbers. Spark's
 * Imputer may be 0.001 of all ranks off; we ask for {@value #SHARE}.
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

  private boolean hold(TableDraft draft, String column) {
    Function<Cells, Object> told = row -> Gaps.missing(row, column) ? null : row.get(column);
    Function<Cells, Object> shown = row -> Gaps.shown(row, column);
    Values train = values(draft, told, layout.train());
    Values all = values(draft, told, Layout.both(layout.train(), layout.test()));
    Values withSentinels = values(draft, shown, layout.train());
    boolean sentinels = withSentinels.present().size() > train.present().size();
    return clear(train, all, withSentinels)
        && train.median() != all.median()
        && !(sentinels && train.median() == withSentinels.median())
        && clear(groups(draft, told));
  }

  private Values[] groups(TableDraft draft, Function<Cells, Object> told) {
    return Homes.ROOM_TYPES.stream()
        .map(room -> values(draft, told, ofType(draft, room)))
        .toArray(Values[]::new);
  }

  private int[] ofType(TableDraft draft, String room) {
    return Arrays.stream(layout.train())
        .filter(row -> draft.row(row).text("room_type").equals(room))
        .toArray();
  }

  private static boolean clear(Values... samples) {
    return Arrays.stream(samples).allMatch(sample -> sample.medianIsClear(SHARE));
  }

  private static Values values(TableDraft draft, Function<Cells, Object> value, int... rows) {
    return new Values(Arrays.stream(rows).mapToObj(draft::row).map(value).toList());
  }
}
