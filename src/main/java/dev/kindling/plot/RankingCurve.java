package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How well a score ranks rows of two classes, threshold by threshold. */
record RankingCurve(Dataset<Row> frame, String label, String score, Ranking ranking)
    implements Kind {

  /** Of more different scores than this, nearby ones are drawn as one. */
  private static final int MOST_SCORES = 1_000;

  private static final int STEPS = 400;

  @Override
  public String name() {
    return ranking.article();
  }

  @Override
  public Set<Option> options() {
    return Set.of(Option.COLOR);
  }

  @Override
  public ChartSpec spec(Settings settings) {
    Scored scored = Scored.of(frame, label, score, settings.color());
    Map<String, List<Row>> series = Scored.bySeries(counts(scored.rows()));
    Curve curve =
        Curve.of(
            settings.color() == null ? "score" : settings.color(), ranking.across(), ranking.up());
    List<String> told = new ArrayList<>();
    double share = 0;
    for (Map.Entry<String, List<Row>> one : series.entrySet()) {
      double[] positives = one.getValue().stream().mapToDouble(row -> row.getDouble(2)).toArray();
      double[] all = one.getValue().stream().mapToDouble(row -> row.getLong(3)).toArray();
      double positive = IntStream.range(0, positives.length).mapToDouble(i -> positives[i]).sum();
      double rows = IntStream.range(0, all.length).mapToDouble(i -> all[i]).sum();
      if (positive == 0 || positive == rows) {
        throw new IllegalArgumentException(
            "All rows of '%s' have the same class in '%s', so there is nothing to rank. 1 is the class that is looked for."
                .formatted(one.getKey(), label));
      }
      share = positive / rows;
      List<double[]> points = ranking.points(positives, all);
      points.forEach(point -> curve.point(one.getKey(), point[0], point[1]));
      if (ranking.hasArea()) {
        told.add("%s: area %.3f".formatted(one.getKey(), area(points)));
      }
    }
    ranking.reference(curve, share);
    List<String> subtitle = new ArrayList<>();
    if (!told.isEmpty()) {
      subtitle.add(String.join(", ", told));
    }
    subtitle.addAll(scored.facts().subtitle());
    return new Captions(settings)
        .write(
            curve.draft(),
            ranking.title(),
            "%s of %s for the label %s. %s"
                .formatted(ranking.title(), score, label, String.join(", ", told))
                .strip(),
            subtitle)
        .notes(scored.notes())
        .spec();
  }

  /** {@code series}, {@code score}, positives, rows; of each series the highest score first. */
  private static List<Row> counts(Dataset<Row> rows) {
    List<Row> counts = counts(rows, functions.col("score")).limit(MOST_SCORES + 1).collectAsList();
    if (counts.size() <= MOST_SCORES) {
      return counts;
    }
    double[] shares =
        IntStream.rangeClosed(0, STEPS).mapToDouble(i -> i / (double) STEPS).toArray();
    Column[] limits =
        Arrays.stream(rows.stat().approxQuantile("score", shares, 0.25 / STEPS))
            .distinct()
            .mapToObj(functions::lit)
            .toArray(Column[]::new);
    Column below =
        functions.filter(functions.array(limits), limit -> limit.leq(functions.col("score")));
    return counts(rows, functions.try_element_at(below, functions.lit(-1))).collectAsList();
  }

  private static Dataset<Row> counts(Dataset<Row> rows, Column score) {
    return rows.groupBy(functions.col("series"), score.as("at"))
        .agg(functions.sum("positive").as("positives"), functions.count("*").as("rows"))
        .orderBy(functions.col("series"), functions.col("at").desc_nulls_last());
  }

  private static double area(List<double[]> points) {
    double area = 0;
    for (int i = 1; i < points.size(); i++) {
      double width = points.get(i)[0] - points.get(i - 1)[0];
      area += width * (points.get(i)[1] + points.get(i - 1)[1]) / 2;
    }
    return area;
  }
}
