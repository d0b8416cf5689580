package day2.onehot;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Unknown levels counted in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param test the rows of a later time
 * @param columns the columns to look at
 */
record Unseen(Rows train, Rows test, List<String> columns) {

  private Table right() {
    return count(train, test, true, false, true);
  }

  /**
   * Counts.
   *
   * @param nullIsUnknown whether null is listed at all
   * @param nullIsLevel whether null is known if the known rows have nulls, too
   * @param byRows whether rows count, or each level once
   */
  private Table count(
      Rows known, Rows rows, boolean nullIsUnknown, boolean nullIsLevel, boolean byRows) {
    List<List<Object>> lines = new ArrayList<>();
    for (String column : columns) {
      Set<Object> levels = new HashSet<>();
      known.cells().forEach(row -> levels.add(row.get(column)));
      if (!nullIsLevel) {
        levels.remove(null);
      }
      Map<Object, Long> counts = new LinkedHashMap<>();
      rows.cells().stream()
          .map(row -> row.get(column))
          .filter(level -> !levels.contains(level))
          .filter(level -> nullIsUnknown || level != null)
          .forEach(level -> counts.merge(level, 1L, (sum, one) -> byRows ? sum + one : one));
      counts.forEach((level, count) -> lines.add(Arrays.asList(column, level, count)));
    }
    return new Table(List.of("column", "level", "rows"), lines);
  }

  /** Judges what counting gave. */
  void judge(Dataset<Row> counted) {
    expect(counted)
        .as("the unknown levels")
        .toHaveRows(right())
        .diagnose(
            "null-not-counted",
            () -> count(train, test, false, false, true),
            "The rows without a value are missing from the list. Null equals nothing and is in no list: an inner join, a comparison and `not(isin(…))` all lose such rows. But an indexer fails at them or skips them, too, so they count. A \"left_anti\" join keeps them.")
        .diagnose(
            "null-as-level",
            () -> count(train, test, true, true, true),
            "Null was taken for a level that train has as well. But an indexer does not count nulls when it is fitted, so it knows none: list the rows without a value, even if train has some. (`except`, `exists` by `<=>` and Java sets treat null as equal to null; a join does not.)")
        .diagnose(
            "levels-not-rows",
            () -> count(train, test, true, false, false),
            "Each level is counted once. `rows` is the number of rows of test with that level: those are the rows that \"skip\" would drop.")
        .diagnose(
            "other-way-round",
            () -> count(test, train, true, false, true),
            "These are the levels of train that test does not have. They do no harm: the indexer knows them. Look for those of test that train does not have.")
        .diagnose(
            "other-way-round",
            () -> count(test, train, false, false, true),
            "These are the levels of train that test does not have. They do no harm: the indexer knows them. Look for those of test that train does not have.");
  }
}
