package day2.endtoend;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.wine.Wines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Red and white wines together: as they should be, and as known mistakes have them. */
record Preparation(Table red, Table white) {

  private static final Way RIGHT = new Way(false, Wines.GOOD, 1, Nulls.DROPPED, false);

  private enum Nulls {
    DROPPED,
    KEPT,
    FILLED
  }

  /** One way to go about it. */
  private record Way(boolean byPosition, int good, int redMark, Nulls nulls, boolean distinct) {}

  /** Judges an answer's frame. */
  void judge(Dataset<Row> prepared) {
    expect(List.of(prepared.columns()))
        .as("the column names")
        .toSatisfy("no name has a blank", names -> names.stream().noneMatch(n -> n.contains(" ")))
        .diagnose(
            "blanks-in-names",
            names -> true,
            "There are names with a blank, such as 'fixed acidity'. Spark lives with them; Delta does not: `[DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES]` comes when the table is written, at the end of the day. Rename all columns now, an underscore for each blank.");
    expect(prepared)
        .as("the prepared wines")
        .toHaveColumns(rows(RIGHT).columns().toArray(String[]::new))
        .toHaveType("label", DataTypes.DoubleType)
        .diagnose(
            "label-not-double",
            frame -> true,
            "`label` is no double. A comparison gives a boolean and `lit(1)` an int; evaluators and forests want 1.0 and 0.0: `when(…, 1.0).otherwise(0.0)`, or cast.")
        .toHaveType("is_red", DataTypes.IntegerType)
        .toHaveType("quality", DataTypes.IntegerType)
        .toHaveRows(rows(RIGHT))
        .diagnose(
            "label-above-seven",
            rows(new Way(false, Wines.GOOD + 1, 1, Nulls.DROPPED, false)),
            "A wine of quality 7 is labelled 0.0. Good is 7 or more: `geq(7)`, not `gt(7)`. Five out of six good wines are sevens, so this is another problem altogether.")
        .diagnose(
            "union-by-position",
            rows(new Way(true, Wines.GOOD, 1, Nulls.DROPPED, false)),
            "`union` puts the first column of white under the first of red, whatever they are called; here sulfur ended up as acidity, and no error says so. `unionByName` looks at the names.")
        .diagnose(
            "is-red-swapped",
            rows(new Way(false, Wines.GOOD, 0, Nulls.DROPPED, false)),
            "`is_red` is 1 for white wines and 0 for red ones: the other way round.")
        .diagnose(
            "nulls-kept",
            rows(new Way(false, Wines.GOOD, 1, Nulls.KEPT, false)),
            "Rows with a null are still there. A `VectorAssembler` would stop at them, and a wine without a quality has become a bad one, since `when(null)` goes on to `otherwise`. Drop them: `na().drop()`.")
        .diagnose(
            "nulls-filled",
            rows(new Way(false, Wines.GOOD, 1, Nulls.FILLED, false)),
            "Nulls have become zeros: a wine with a pH of 0, and one with a quality that nobody gave. The task drops these rows: `na().drop()`.")
        .diagnose(
            "duplicates-dropped",
            rows(new Way(false, Wines.GOOD, 1, Nulls.DROPPED, true)),
            "Equal rows are there only once. Two bottles may well measure the same. `UNION` in SQL drops them, `union` and `unionByName` in Spark do not, so something else did: `distinct()` or `dropDuplicates()`?");
  }

  private Table rows(Way way) {
    List<List<Object>> rows = new ArrayList<>();
    append(rows, red, way.redMark(), way);
    Table whiteLikeRed =
        way.byPosition()
            ? new Table(red.columns(), white.rows())
            : Cellar.select(white, red.columns());
    append(rows, whiteLikeRed, 1 - way.redMark(), way);
    List<String> names =
        Stream.concat(Cellar.underscored(red).columns().stream(), Stream.of(Wines.IS_RED, "label"))
            .toList();
    return new Table(names, way.distinct() ? rows.stream().distinct().toList() : rows);
  }

  private static void append(List<List<Object>> rows, Table wines, int mark, Way way) {
    int quality = wines.columns().indexOf("quality");
    for (List<Object> wine : wines.rows()) {
      if (way.nulls() == Nulls.DROPPED && wine.contains(null)) {
        continue;
      }
      List<Object> row = new ArrayList<>(wine);
      if (way.nulls() == Nulls.FILLED) {
        row.replaceAll(cell -> cell == null ? (Object) 0.0 : cell);
        row.set(quality, ((Number) row.get(quality)).intValue());
      }
      row.add(mark);
      Object value = row.get(quality);
      row.add(value != null && (Integer) value >= way.good() ? 1.0 : 0.0);
      rows.add(row);
    }
  }
}
