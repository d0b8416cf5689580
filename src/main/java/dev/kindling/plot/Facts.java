package dev.kindling.plot;

import dev.kindling.plot.spec.ChartNotes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What must be known of a frame before it is drawn, found in one Spark job.
 *
 * @param rows of the frame
 * @param usable rows that have all that is drawn
 * @param leftOut how many values cannot be drawn, by reason; zeros are not kept
 * @param least the least usable value of the first number, NaN when there is none
 * @param most the greatest one
 * @param categories about how many categories there are
 */
record Facts(
    long rows, long usable, Map<String, Long> leftOut, double least, double most, long categories) {

  /** What is asked about a frame. */
  static final class Question {

    private final Dataset<Row> frame;
    private final Columns columns;
    private final List<String> reasons = new ArrayList<>();
    private final List<Column> counts = new ArrayList<>();
    private Column usable = functions.lit(true);
    private Column first = functions.lit(null).cast("double");
    private Column category = functions.lit(0);

    Question(Dataset<Row> frame) {
      this.frame = frame;
      this.columns = new Columns(frame);
    }

    /** A number that is drawn; above 0 where the scale is logarithmic. */
    Question number(String name, boolean positive) {
      Column value = columns.number(name);
      Column drawable = Columns.drawable(value);
      reason("null in " + name, value.isNull());
      reason("not finite in " + name, value.isNotNull().and(functions.not(drawable)));
      if (positive) {
        reason("0 or less in " + name, drawable.and(value.leq(0)));
        drawable = drawable.and(value.gt(0));
      }
      if (reasons.size() <= 3) {
        first = functions.when(drawable, value);
      }
      usable = usable.and(drawable);
      return this;
    }

    /** A date or a time that is drawn. */
    Question time(String name) {
      Column value = columns.of(name);
      reason("null in " + name, value.isNull());
      usable = usable.and(value.isNotNull());
      return this;
    }

    /** A column of categories. */
    Question category(String name) {
      category = columns.category(name);
      return this;
    }

    private void reason(String words, Column condition) {
      reasons.add(words);
      counts.add(functions.count_if(condition));
    }

    /** The rows that can be drawn. */
    Dataset<Row> usable() {
      return frame.where(usable);
    }

    Facts ask() {
      List<Column> all = new ArrayList<>(counts);
      all.add(functions.count_if(usable));
      all.add(functions.min(first));
      all.add(functions.max(first));
      all.add(functions.approx_count_distinct(category));
      Row row = frame.agg(functions.count(functions.lit(1)), all.toArray(Column[]::new)).first();
      Map<String, Long> leftOut = new LinkedHashMap<>();
      for (int i = 0; i < reasons.size(); i++) {
        if (row.getLong(i + 1) > 0) {
          leftOut.put(reasons.get(i), row.getLong(i + 1));
        }
      }
      int next = reasons.size() + 1;
      return new Facts(
          row.getLong(0),
          row.getLong(next),
          leftOut,
          Cells.number(row.get(next + 1)),
          Cells.number(row.get(next + 2)),
          row.getLong(next + 3));
    }
  }

  ChartNotes notes(long drawn, boolean sampled) {
    return new ChartNotes(rows, drawn, sampled, leftOut);
  }

  /** The lines below a title: what was left out, reason by reason. */
  List<String> subtitle() {
    List<String> lines = new ArrayList<>();
    leftOut.forEach(
        (reason, count) ->
            lines.add("%,d of %,d rows left out: %s".formatted(count, rows, reason)));
    return lines;
  }
}
