package dev.kindling.data.wine;

import dev.kindling.data.Table;
import dev.kindling.reference.Auc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;

/**
 * What was planted in {@link Wines}, in plain Java. There is no null and no planted duplicate.
 *
 * @param model how a quality comes about, as a function of the columns as they are shown
 * @param red the rows of the red frame
 * @param white the rows of the white frame
 * @param canary the rows of the canary frame
 */
public record WineTruth(QualityModel model, Table red, Table white, Table canary) {

  /** One coefficient of the score, such as that of {@code residual sugar:pH}. */
  public double coefficient(String term) {
    Double value = model.coefficients().get(term);
    if (value == null) {
      throw new IllegalArgumentException(
          "There is no term '%s' in the score; there are %s."
              .formatted(term, model.coefficients().keySet()));
    }
    return value;
  }

  /** The rows of red and white together, with {@code is_red} as the last column. */
  public Table all() {
    List<List<Object>> rows = new ArrayList<>();
    append(rows, red, 1);
    append(rows, white, 0);
    return new Table(canary.columns(), rows);
  }

  /**
   * The exact share of good wines (quality 7 or better) in red and white together: within 0.003 of
   * 0.197 for every seed.
   */
  public double goodRate() {
    List<Object> qualities = all().column("quality");
    return qualities.stream().filter(q -> (Integer) q >= Wines.GOOD).count()
        / (double) qualities.size();
  }

  /**
   * The true probability that a wine is good.
   *
   * @param wine the value of each column, by its name with blanks, and of {@code is_red}
   */
  public double probability(ToDoubleFunction<String> wine) {
    return model.probability(Wines.GOOD, wine);
  }

  /**
   * The true probability that the wine of a row is good.
   *
   * @param row with the chemistry and {@code is_red}, in columns whose names have blanks or
   *     underscores
   */
  public double probability(Row row) {
    return probability(
        column -> {
          List<String> names = List.of(row.schema().fieldNames());
          String name = names.contains(column) ? column : column.replace(' ', '_');
          return row.<Number>getAs(name).doubleValue();
        });
  }

  /**
   * The area under the ROC curve of the true probability in red and white together, with the
   * qualities as they came out: within 0.003 of 0.92 for every seed. Sampling aside, no model does
   * better on rows it has not seen.
   */
  public double bestAuc() {
    Table all = all();
    int quality = all.columns().indexOf("quality");
    return Auc.of(
        probabilities(all), good(all.rows(), row -> (Integer) row.get(quality) >= Wines.GOOD));
  }

  /**
   * The same area on chosen rows, such as a test split.
   *
   * @param rows as {@link #probability(Row)} wants them
   * @param good says whether the wine of a row is a good one
   */
  public double bestAuc(List<Row> rows, Predicate<Row> good) {
    return Auc.of(rows.stream().mapToDouble(this::probability).toArray(), good(rows, good));
  }

  private double[] probabilities(Table table) {
    return table.rows().stream()
        .mapToDouble(
            row ->
                probability(
                    column -> ((Number) row.get(table.columns().indexOf(column))).doubleValue()))
        .toArray();
  }

  private static <R> boolean[] good(List<R> rows, Predicate<R> good) {
    boolean[] labels = new boolean[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = good.test(rows.get(i));
    }
    return labels;
  }

  private static void append(List<List<Object>> rows, Table table, int isRed) {
    for (List<Object> row : table.rows()) {
      List<Object> longer = new ArrayList<>(row);
      longer.add(isRed);
      rows.add(longer);
    }
  }
}
