package day2.profiling;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.corr;
import static org.apache.spark.sql.functions.rank;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Wrong answers about correlations. */
final class ProfilingPairMistakes {

  private ProfilingPairMistakes() {}

  /** Drops every row that lacks any of the columns. */
  @Mistake(task = 5, diagnosis = "rows-without-any-gap")
  static final class DropsOnce extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      List<Correlation> found =
          new ArrayList<>(
              super.correlate(df.na().drop(numeric.toArray(String[]::new)), numeric, List.of()));
      found.addAll(
          super.correlate(
              df.na().drop(categorical.toArray(String[]::new)), List.of(), categorical));
      return found;
    }
  }

  /** Fills the gaps first. */
  @Mistake(task = 5, diagnosis = "nulls-as-zeros")
  static final class FillsPairs extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      return super.correlate(df.na().fill(0), numeric, categorical);
    }
  }

  /** Changes the values of a measure. */
  private static List<Correlation> changed(
      List<Correlation> right, String measure, UnaryOperator<Correlation> change) {
    return right.stream().map(c -> c.measure().equals(measure) ? change.apply(c) : c).toList();
  }

  private static Correlation with(Correlation correlation, double value) {
    return new Correlation(correlation.first(), correlation.second(), correlation.measure(), value);
  }

  private static Dataset<Row> both(Dataset<Row> df, Correlation pair) {
    return df.select(pair.first(), pair.second()).na().drop();
  }

  /** Forgets to ask for Spearman. */
  @Mistake(task = 5, diagnosis = "spearman-of-values")
  static final class ForgetsRanks extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      return changed(
          super.correlate(df, numeric, categorical),
          "spearman",
          pair ->
              with(
                  pair,
                  both(df, pair).select(corr(pair.first(), pair.second())).first().getDouble(0)));
    }
  }

  /** Ranks with SQL's rank. */
  @Mistake(task = 5, diagnosis = "ranks-with-gaps")
  static final class RanksLow extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      return changed(
          super.correlate(df, numeric, categorical),
          "spearman",
          pair ->
              with(
                  pair,
                  both(df, pair)
                      .select(
                          rank().over(Window.orderBy(col(pair.first()))).as("one"),
                          rank().over(Window.orderBy(col(pair.second()))).as("other"))
                      .select(corr("one", "other"))
                      .first()
                      .getDouble(0)));
    }
  }

  /** Forgets the root. */
  @Mistake(task = 5, diagnosis = "squared")
  static final class ForgetsTheRoot extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      return changed(
          super.correlate(df, numeric, categorical),
          "cramers_v",
          pair -> with(pair, pair.value() * pair.value()));
    }
  }

  /** Divides by the number of levels. */
  @Mistake(task = 5, diagnosis = "levels-not-minus-one")
  static final class DividesByLevels extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      return changed(
          super.correlate(df, numeric, categorical),
          "cramers_v",
          pair -> {
            double levels =
                Math.min(
                    both(df, pair).select(pair.first()).distinct().count(),
                    both(df, pair).select(pair.second()).distinct().count());
            return with(pair, pair.value() * Math.sqrt((levels - 1) / levels));
          });
    }
  }

  /** Adds up only the cells that the counting gave. */
  @Mistake(task = 5, diagnosis = "only-seen-cells")
  static final class SeesFullCells extends ProfilingSolution {
    @Override
    public List<Correlation> correlate(
        Dataset<Row> df, List<String> numeric, List<String> categorical) {
      return changed(
          super.correlate(df, numeric, categorical),
          "cramers_v",
          pair ->
              with(
                  pair,
                  v(both(df, pair).groupBy(pair.first(), pair.second()).count().collectAsList())));
    }

    private static double v(List<Row> cells) {
      Map<Object, Double> rows = new HashMap<>();
      Map<Object, Double> columns = new HashMap<>();
      double n = 0;
      for (Row cell : cells) {
        rows.merge(cell.get(0), (double) cell.getLong(2), Double::sum);
        columns.merge(cell.get(1), (double) cell.getLong(2), Double::sum);
        n += cell.getLong(2);
      }
      double chi = 0;
      for (Row cell : cells) {
        double expected = rows.get(cell.get(0)) * columns.get(cell.get(1)) / n;
        chi += Math.pow(cell.getLong(2) - expected, 2) / expected;
      }
      return Math.sqrt(chi / n / (Math.min(rows.size(), columns.size()) - 1));
    }
  }
}
