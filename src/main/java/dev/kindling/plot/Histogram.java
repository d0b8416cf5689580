package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts of values in bins. */
record Histogram(Dataset<Row> frame, String column) implements Kind {

  @Override
  public String name() {
    return "A histogram";
  }

  @Override
  public Set<Option> options() {
    return Set.of(Option.BINS, Option.LOG);
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Facts.Question question = new Facts.Question(frame).number(column, settings.log());
    Facts facts = question.ask();
    double[] edges = edges(facts, settings);
    long[] counts = counts(question.usable(), edges, settings.log());
    SpecDraft draft = new SpecDraft("bar");
    for (int i = 0; i < counts.length; i++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("bin_start", edges[i]);
      row.put("bin_end", edges[i + 1]);
      row.put("count", counts[i]);
      draft.row(row);
    }
    var x = draft.encode("x", "bin_start", "quantitative", column);
    x.putObject("bin").put("binned", true);
    if (settings.log()) {
      x.putObject("scale").put("type", "log");
    }
    draft.encode("x2", "bin_end", null, null);
    draft.encode("y", "count", "quantitative", "rows");
    return new Captions(settings)
        .write(
            draft,
            "Distribution of " + column,
            "Histogram of %s in %d bins%s."
                .formatted(column, counts.length, settings.log() ? ", on a logarithmic scale" : ""),
            facts.subtitle())
        .notes(facts.notes(facts.usable(), false))
        .spec();
  }

  /** The borders of the bins; none when there is nothing to count. */
  private static double[] edges(Facts facts, Settings settings) {
    if (facts.usable() == 0) {
      return new double[] {0};
    }
    double least = facts.least();
    double most = facts.most();
    if (least == most) {
      double half = settings.log() ? least / 2 : 0.5;
      return new double[] {least - half, most + half};
    }
    double[] edges = new double[settings.bins() + 1];
    for (int i = 0; i < edges.length; i++) {
      double share = i / (double) settings.bins();
      edges[i] =
          settings.log()
              ? least * Math.pow(most / least, share)
              : least * (1 - share) + most * share;
    }
    edges[settings.bins()] = most;
    return edges;
  }

  /** The second job: Spark counts, and one row per bin comes back. */
  private long[] counts(Dataset<Row> usable, double[] edges, boolean log) {
    int bins = edges.length - 1;
    long[] counts = new long[bins];
    if (bins == 0) {
      return counts;
    }
    Column value = place(new Columns(frame).number(column), log);
    double low = place(edges[0], log);
    double width = (place(edges[bins], log) - low) / bins;
    Column bin = functions.floor(value.minus(low).divide(width)).cast("int");
    Column inside =
        functions.greatest(functions.lit(0), functions.least(bin, functions.lit(bins - 1)));
    for (Row row : usable.groupBy(inside.as("bin")).count().collectAsList()) {
      counts[row.getInt(0)] = row.getLong(1);
    }
    return counts;
  }

  private static Column place(Column value, boolean log) {
    return log ? functions.ln(value) : value;
  }

  private static double place(double value, boolean log) {
    return log ? Math.log(value) : value;
  }
}
