package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A chart of a frame, still to be made. {@link #spec()} makes it: Spark does the counting, and only
 * what the picture needs comes to this process.
 *
 * <pre>{@code
 * ChartSpec prices =
 *     Chart.histogram(listings, "price")
 *         .bins(30)
 *         .logScale()
 *         .title("Prices per night")
 *         .description("Most prices lie between 50 and 200; a few reach 10,000.")
 *         .spec();
 * }</pre>
 *
 * <p>Values that cannot be drawn (nulls, NaN, infinities, and numbers of 0 or less on a log scale)
 * are left out, counted and told below the title. Immutable: each setting gives another chart.
 */
public final class Chart {

  private final Kind kind;
  private final Settings settings;

  private Chart(Kind kind, Settings settings) {
    this.kind = kind;
    this.settings = settings;
  }

  private static Chart of(Kind kind) {
    return new Chart(kind, Settings.USUAL);
  }

  /**
   * How often values occur: bins of equal width from the least to the greatest value, 20 unless
   * {@link #bins} says otherwise; of equal ratio with {@link #logScale}. Two Spark jobs. The rows
   * are {@code bin_start}, {@code bin_end} and {@code count}, empty bins included.
   *
   * @param column a numeric column
   */
  public static Chart histogram(Dataset<Row> frame, String column) {
    return of(new Histogram(frame, column));
  }

  /**
   * How many rows each category has. Two Spark jobs; see {@link #bar(Dataset, String, String,
   * Aggregate)}.
   */
  public static Chart bar(Dataset<Row> frame, String category) {
    return of(new Bars(frame, category, null, Aggregate.COUNT));
  }

  /** The mean of {@code value} in each category. */
  public static Chart bar(Dataset<Row> frame, String category, String value) {
    return bar(frame, category, value, Aggregate.MEAN);
  }

  /**
   * A bar for each category: null is a category too. The 50 most frequent categories are drawn and
   * the rest is told. Two Spark jobs. The rows are the category and, say, {@code median_price}.
   *
   * @param value a numeric column
   */
  public static Chart bar(Dataset<Row> frame, String category, String value, Aggregate aggregate) {
    return of(new Bars(frame, category, value, aggregate));
  }

  /**
   * A line through the rows in the order of {@code x}, one line per {@link #color}. Of more rows
   * than {@link #sample} says (1,000), a sample is drawn. Two Spark jobs.
   *
   * @param x numbers, dates or times
   * @param y a numeric column
   */
  public static Chart line(Dataset<Row> frame, String x, String y) {
    return of(new Points(frame, x, y, true));
  }

  /**
   * A point for each row. Of more rows than {@link #sample} says (1,000), a sample is drawn. Two
   * Spark jobs.
   *
   * @param x a numeric column
   * @param y a numeric column
   */
  public static Chart scatter(Dataset<Row> frame, String x, String y) {
    return of(new Points(frame, x, y, false));
  }

  /**
   * A box from the first to the third quartile for each category, with the median inside. Whiskers
   * reach the last value within 1.5 times the box's length; what lies beyond is counted, not drawn.
   * The 50 most frequent categories are drawn. Three Spark jobs. The rows are the category, the
   * value and {@code statistic}: {@code low}, {@code q1}, {@code median}, {@code q3}, {@code high}.
   *
   * @param value a numeric column
   */
  public static Chart box(Dataset<Row> frame, String category, String value) {
    return of(new Boxes(frame, category, value));
  }

  /** How many rows there are for each pair of values. */
  public static Chart heatmap(Dataset<Row> frame, String x, String y) {
    return of(new HeatMap(frame, x, y, null, Aggregate.COUNT));
  }

  /**
   * A cell for each pair of values, shaded by {@code value}, or by its mean where several rows
   * share a pair.
   */
  public static Chart heatmap(Dataset<Row> frame, String x, String y, String value) {
    return heatmap(frame, x, y, value, Aggregate.MEAN);
  }

  /**
   * The same with another aggregate. At most 2,500 cells: bin continuous columns first. Two Spark
   * jobs. The rows are {@code x}, {@code y} and, say, {@code mean_price}.
   *
   * @param value a numeric column
   */
  public static Chart heatmap(
      Dataset<Row> frame, String x, String y, String value, Aggregate aggregate) {
    return of(new HeatMap(frame, x, y, value, aggregate));
  }

  /**
   * One number: the value of {@code column} in a frame of one row, as a counter on a dashboard
   * shows a query's result. One Spark job.
   */
  public static Chart counter(Dataset<Row> frame, String column) {
    return of(new Counter(frame, column, null));
  }

  /** One number: an aggregate of a numeric column. Two Spark jobs. */
  public static Chart counter(Dataset<Row> frame, String column, Aggregate aggregate) {
    return of(new Counter(frame, column, aggregate));
  }

  /**
   * The ROC curve of a score, one curve per {@link #color}, with the area below each. Of more than
   * 1,000 different scores, nearby ones are one point. Two or three Spark jobs. The rows are {@code
   * false positive rate}, {@code true positive rate} and {@code score} or the colour.
   *
   * @param label a numeric column, 1 for the class that is looked for
   * @param score a numeric column, or a vector such as {@code probability}, of which the second
   *     element counts
   */
  public static Chart roc(Dataset<Row> frame, String label, String score) {
    return of(new RankingCurve(frame, label, score, Ranking.ROC));
  }

  /** As {@link #roc}, with {@code recall} and {@code precision}. */
  public static Chart precisionRecall(Dataset<Row> frame, String label, String score) {
    return of(new RankingCurve(frame, label, score, Ranking.PRECISION_RECALL));
  }

  /**
   * As {@link #roc}: how many times as many positives there are among the rows with the highest
   * scores as among all rows.
   */
  public static Chart lift(Dataset<Row> frame, String label, String score) {
    return of(new RankingCurve(frame, label, score, Ranking.LIFT));
  }

  /**
   * Whether probabilities come true: the share of positives among rows with about the same
   * probability, in bins of equal width, as many as {@link #bins} says (20), one line per {@link
   * #color}. Two Spark jobs. The rows are {@code mean probability}, {@code share of positives} and
   * {@code score} or the colour.
   *
   * @param label a numeric column, 1 for the class that is looked for
   * @param probability numbers from 0 to 1, or a vector of which the second element counts
   */
  public static Chart calibration(Dataset<Row> frame, String label, String probability) {
    return of(new Calibration(frame, label, probability));
  }

  /**
   * What a regression left unexplained, {@code residual} = label - prediction, above the
   * prediction. Drawn as {@link #scatter}.
   */
  public static Chart residuals(Dataset<Row> frame, String label, String prediction) {
    Columns columns = new Columns(frame);
    Dataset<Row> rows =
        frame.withColumn("residual", columns.number(label).minus(columns.number(prediction)));
    return scatter(rows, prediction, "residual");
  }

  /**
   * A cell for each pair of classes, zeros included: a row for each actual class, as in Spark's
   * {@code confusionMatrix}. Two Spark jobs. The rows are {@code predicted}, {@code actual} and
   * {@code rows}.
   */
  public static Chart confusionMatrix(Dataset<Row> frame, String label, String prediction) {
    return of(new ConfusionMatrix(frame, label, prediction));
  }

  /** How many bins a histogram or a calibration chart has, from 1 to 200. */
  public Chart bins(int number) {
    return with(Option.BINS, settings -> settings.withBins(number));
  }

  /** A logarithmic scale for the numbers, where ratios matter and not differences. */
  public Chart logScale() {
    return with(Option.LOG, Settings::withLog);
  }

  /** A colour for each value of a column, of which there may be 20. */
  public Chart color(String column) {
    return with(Option.COLOR, settings -> settings.withColor(column));
  }

  /**
   * How many rows are drawn at most. The same seed takes the same rows of the same frame, as long
   * as its partitions are the same.
   *
   * @param maxRows from 1 to 5,000
   */
  public Chart sample(int maxRows, long seed) {
    return with(Option.SAMPLE, settings -> settings.withSample(maxRows, seed));
  }

  public Chart title(String title) {
    return new Chart(kind, settings.withTitle(title));
  }

  /** The text for people who do not see the picture: what the chart shows, in words. */
  public Chart description(String alternative) {
    return new Chart(kind, settings.withDescription(alternative));
  }

  private Chart with(Option option, UnaryOperator<Settings> change) {
    if (!kind.options().contains(option)) {
      throw new IllegalArgumentException(
          "%s has no setting for %s.".formatted(kind.name(), option.words()));
    }
    return new Chart(kind, change.apply(settings));
  }

  /**
   * Makes the chart. Runs its Spark jobs each time it is called.
   *
   * @throws IllegalArgumentException when a column is missing or cannot be drawn this way
   */
  public ChartSpec spec() {
    return kind.spec(settings);
  }
}
