package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * A cell for each pair of values.
 *
 * @param value the column that is aggregated; null to count rows
 */
record HeatMap(Dataset<Row> frame, String x, String y, @Nullable String value, Aggregate aggregate)
    implements Kind {

  private static final int MOST_CELLS = 2_500;

  @Override
  public String name() {
    return "A heat map";
  }

  @Override
  public Set<Option> options() {
    return Set.of();
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Columns columns = new Columns(frame);
    Facts.Question question = new Facts.Question(frame);
    if (value != null) {
      question.number(value, false);
    }
    Facts facts = question.ask();
    Column shade =
        value == null
            ? functions.count(functions.lit(1)).cast("double")
            : aggregate.of(columns.number(value));
    List<Row> rows =
        question
            .usable()
            .groupBy(columns.category(x).as("x"), columns.category(y).as("y"))
            .agg(shade.as("shade"), functions.count(functions.lit(1)).as("rows"))
            // In order, so that Spark finds the first ones in a single job.
            .orderBy("x", "y")
            .limit(MOST_CELLS + 1)
            .collectAsList();
    if (rows.size() > MOST_CELLS) {
      throw new IllegalArgumentException(
          "'%s' and '%s' make more than %,d cells, too small to see. Put continuous columns into bins first, such as floor(col(\"%s\") / 10) * 10."
              .formatted(x, y, MOST_CELLS, x));
    }
    String name = value == null ? "count" : aggregate.word() + "_" + value;
    SpecDraft draft = new SpecDraft("rect");
    double least = 0;
    double most = 0;
    boolean shared = false;
    for (Row row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put(x, Cells.of(row.get(0)));
      cells.put(y, Cells.of(row.get(1)));
      cells.put(name, Cells.of(row.get(2)));
      draft.row(cells);
      least = Math.min(least, row.getDouble(2));
      most = Math.max(most, row.getDouble(2));
      shared |= row.getLong(3) > 1;
    }
    draft.encode("x", x, columns.isOrdered(x) ? "ordinal" : "nominal", x);
    var up = draft.encode("y", y, columns.isOrdered(y) ? "ordinal" : "nominal", y);
    if (columns.isNumber(y)) {
      // Numbers rise, as on a map or on any other axis.
      up.put("sort", "descending");
    }
    String words = words(shared);
    shade(draft, name, words, least, most);
    return new Captions(settings)
        .write(
            draft,
            "%s by %s and %s".formatted(words, x, y),
            "Heat map: %s for %d pairs of %s and %s.".formatted(words, rows.size(), x, y),
            facts.subtitle())
        .notes(facts.notes(facts.usable(), false))
        .spec();
  }

  /** What the shades show; a value that is alone in its cell is no aggregate. */
  private String words(boolean shared) {
    if (value == null) {
      return "rows";
    }
    return shared || aggregate == Aggregate.COUNT ? aggregate.word() + " of " + value : value;
  }

  /** Where values have both signs, the colour without a sign stands for zero. */
  private static void shade(SpecDraft draft, String name, String words, double least, double most) {
    var scale = draft.encode("color", name, "quantitative", words).putObject("scale");
    if (least < 0 && most > 0) {
      double reach = Math.max(-least, most);
      scale.put("scheme", "blueorange").put("reverse", true).put("domainMid", 0);
      scale.putArray("domain").add(-reach).add(reach);
    } else {
      scale.put("scheme", "blues");
    }
  }
}
