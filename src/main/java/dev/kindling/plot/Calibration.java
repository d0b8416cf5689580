package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Whether probabilities come true: of the rows that are given 0.3, three in ten are positive. */
record Calibration(Dataset<Row> frame, String label, String probability) implements Kind {

  private static final int MOST_BINS = 100;

  @Override
  public String name() {
    return "A calibration chart";
  }

  @Override
  public Set<Option> options() {
    return Set.of(Option.COLOR, Option.BINS);
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Scored scored = Scored.of(frame, label, probability, settings.color());
    Facts facts = scored.facts();
    if (facts.least() < 0 || facts.most() > 1) {
      throw new IllegalArgumentException(
          "'%s' goes from %s to %s, so it holds no probabilities. Give the column \"probability\", not \"rawPrediction\"."
              .formatted(probability, facts.least(), facts.most()));
    }
    int bins = Math.min(settings.bins(), MOST_BINS);
    // The last bin holds 1 as well.
    Column bin =
        functions.least(
            functions.floor(functions.col("score").multiply(bins)), functions.lit(bins - 1L));
    List<Row> rows =
        scored
            .rows()
            .groupBy(functions.col("series"), bin.as("bin"))
            .agg(functions.avg("score"), functions.avg("positive"))
            .orderBy("series", "bin")
            .collectAsList();
    Curve curve =
        Curve.of(
            settings.color() == null ? "score" : settings.color(),
            "mean probability",
            "share of positives");
    for (Map.Entry<String, List<Row>> series : Scored.bySeries(rows).entrySet()) {
      series
          .getValue()
          .forEach(row -> curve.point(series.getKey(), row.getDouble(2), row.getDouble(3)));
    }
    curve.reference("perfect", 0, 1);
    return new Captions(settings)
        .write(
            curve.draft(),
            "Calibration",
            "Calibration of %s for the label %s, in %d bins.".formatted(probability, label, bins),
            facts.subtitle())
        .notes(scored.notes())
        .spec();
  }
}
