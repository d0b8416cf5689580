package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Rows as points, or as a line through them.
 *
 * @param joined whether a line joins them in the order of {@code x}
 */
record Points(Dataset<Row> frame, String x, String y, boolean joined) implements Kind {

  private static final int MOST_COLOURS = 20;

  @Override
  public String name() {
    return joined ? "A line chart" : "A scatter plot";
  }

  @Override
  public Set<Option> options() {
    return Set.of(Option.LOG, Option.COLOR, Option.SAMPLE);
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Columns columns = new Columns(frame);
    boolean time = joined && columns.isTime(x);
    Facts.Question question = new Facts.Question(frame).number(y, settings.log());
    if (time) {
      question.time(x);
    } else {
      // A logarithm of both axes turns a power law into a line; of a line's x it would mislead.
      question.number(x, settings.log() && !joined);
    }
    Facts facts = question.ask();
    boolean sampled = facts.usable() > settings.sample();
    List<Row> rows = rows(columns, question.usable(), settings, sampled);
    SpecDraft draft = new SpecDraft(joined ? "line" : "point");
    if (joined) {
      draft.mark("interpolate", "linear");
    }
    for (Row row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      cells.put(x, Cells.of(row.get(0)));
      cells.put(y, Cells.of(row.get(1)));
      if (settings.color() != null) {
        cells.put(settings.color(), Cells.of(row.get(2)));
      }
      draft.row(cells);
    }
    encode(draft, settings, time);
    List<String> subtitle = new ArrayList<>();
    if (sampled) {
      subtitle.add(
          "sampled %,d of %,d rows (seed %d)"
              .formatted(rows.size(), facts.usable(), settings.seed()));
    }
    subtitle.addAll(facts.subtitle());
    return new Captions(settings)
        .write(
            draft,
            y + " by " + x,
            "%s of %s by %s, %,d %s."
                .formatted(
                    joined ? "Line chart" : "Scatter plot",
                    y,
                    x,
                    rows.size(),
                    joined ? "rows" : "points"),
            subtitle)
        .notes(facts.notes(rows.size(), sampled))
        .spec();
  }

  /** The second job: the rows to draw, and never more than the sample's size. */
  private List<Row> rows(Columns columns, Dataset<Row> usable, Settings settings, boolean sampled) {
    List<Column> chosen = new ArrayList<>(List.of(columns.of(x).as("x"), columns.of(y).as("y")));
    if (settings.color() != null) {
      chosen.add(columns.category(settings.color()).as("color"));
    }
    Dataset<Row> drawn = usable.select(chosen.toArray(Column[]::new));
    if (sampled) {
      // Every row has the same chance, and each partition keeps no more than the sample's size.
      drawn = drawn.orderBy(functions.rand(settings.seed())).limit(settings.sample());
    }
    List<Row> rows = new ArrayList<>(drawn.collectAsList());
    if (settings.color() != null
        && rows.stream().map(row -> row.get(2)).distinct().count() > MOST_COLOURS) {
      throw new IllegalArgumentException(
          "'%s' has more than %d values, and nobody can tell so many colours apart. Color by a column with few values."
              .formatted(settings.color(), MOST_COLOURS));
    }
    if (joined) {
      rows.sort((a, b) -> compare(a.get(0), b.get(0)));
    }
    return rows;
  }

  private static int compare(Object a, Object b) {
    if (a instanceof Number first && b instanceof Number second) {
      return Double.compare(first.doubleValue(), second.doubleValue());
    }
    return Cells.of(a).toString().compareTo(Cells.of(b).toString());
  }

  private void encode(SpecDraft draft, Settings settings, boolean time) {
    var across = draft.encode("x", x, time ? "temporal" : "quantitative", x);
    var up = draft.encode("y", y, "quantitative", y);
    if (!time) {
      across.putObject("scale").put("zero", false);
    }
    up.putObject("scale").put("zero", false);
    if (settings.log()) {
      up.putObject("scale").put("type", "log");
      if (!joined) {
        across.putObject("scale").put("type", "log");
      }
    }
    if (settings.color() != null) {
      draft.encode("color", settings.color(), "nominal", settings.color());
    }
  }
}
