package day2.profiling;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.corr;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.skewness;
import static org.apache.spark.sql.functions.stddev;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.DriftType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** All rows, few passes, and null on a line of its own. */
public class ProfilingSolution implements ProfilingLab {

  private static final double[] SHARES = {0.05, 0.25, 0.5, 0.75, 0.95};

  private static final Set<AlertType> USELESS =
      EnumSet.of(AlertType.CONSTANT, AlertType.UNIQUE, AlertType.EMPTY, AlertType.UNSUPPORTED);

  private static final Set<DriftType> MOVED =
      EnumSet.of(
          DriftType.MEAN_MOVED,
          DriftType.NUMBERS_MOVED,
          DriftType.MISSING_MOVED,
          DriftType.CATEGORY_NEW);

  @Override
  public Overview overview(Dataset<Row> df) {
    List<Column> counts = new ArrayList<>(List.of(count(lit(1))));
    for (String column : df.columns()) {
      counts.add(count(named(column)));
    }
    Row found = df.agg(counts.get(0), rest(counts)).first();
    long rows = found.getLong(0);
    long told = 0;
    for (int i = 1; i < found.length(); i++) {
      told += found.getLong(i);
    }
    int columns = df.columns().length;
    return new Overview(rows, columns, rows * columns - told, rows - different(df));
  }

  long different(Dataset<Row> df) {
    return df.distinct().count();
  }

  private static Column[] rest(List<Column> columns) {
    return columns.subList(1, columns.size()).toArray(Column[]::new);
  }

  /** A column whose name may hold a dot. */
  private static Column named(String column) {
    return col("`" + column.replace("`", "``") + "`");
  }

  @Override
  public Map<String, String> inferKinds(Dataset<Row> df) {
    Map<String, String> kinds = new LinkedHashMap<>();
    List<Column> counts = new ArrayList<>(List.of(count(lit(1))));
    for (StructField field : df.schema().fields()) {
      kinds.put(field.name(), kind(field.dataType()));
      if (field.dataType() instanceof StringType) {
        counts.add(count(named(field.name())));
        counts.add(different(named(field.name())));
      }
    }
    Row found = df.agg(counts.get(0), rest(counts)).first();
    int next = 1;
    for (StructField field : df.schema().fields()) {
      if (field.dataType() instanceof StringType) {
        long values = found.getLong(next++);
        long different = found.getLong(next++);
        boolean repeats = values > 0 && isCategorical(found.getLong(0), values, different);
        kinds.put(field.name(), repeats ? "categorical" : "text");
      }
    }
    return kinds;
  }

  Column different(Column text) {
    return countDistinct(text);
  }

  boolean isCategorical(long rows, long values, long different) {
    return 2 * different <= values;
  }

  private static String kind(DataType type) {
    if (type instanceof NumericType) {
      return "numeric";
    }
    if (type instanceof BooleanType) {
      return "boolean";
    }
    boolean date =
        type instanceof DateType
            || type instanceof TimestampType
            || type instanceof TimestampNTZType;
    return date ? "date" : "unsupported";
  }

  @Override
  public Dataset<Row> summarise(Dataset<Row> df, List<String> columns) {
    Column[] figures = columns.stream().map(this::figures).toArray(Column[]::new);
    return df.select(array(figures).as("figures")).select(inline(col("figures")));
  }

  private Column figures(String column) {
    Column value = col(column);
    Column isFinite = isFinite(value);
    Column finite = when(isFinite, value.cast("double"));
    return struct(
        lit(column).as("column"),
        told(value).as("count"),
        count_if(value.isNull()).as("missing"),
        differing(value).as("distinct"),
        count_if(isFinite.equalTo(false)).as("infinite"),
        count_if(value.equalTo(0)).as("zeros"),
        avg(finite).as("mean"),
        std(finite).as("std"),
        min(finite).as("min"),
        max(finite).as("max"),
        skewness(finite).as("skewness"));
  }

  Column isFinite(Column value) {
    return abs(value).lt(Double.POSITIVE_INFINITY);
  }

  Column told(Column value) {
    return count(value);
  }

  Column differing(Column value) {
    return countDistinct(value);
  }

  Column std(Column finite) {
    return stddev(finite);
  }

  @Override
  public Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns) {
    double[][] found =
        df.stat().approxQuantile(columns.toArray(String[]::new), SHARES, rankError());
    Map<String, List<Double>> quantiles = new LinkedHashMap<>();
    for (int i = 0; i < found.length; i++) {
      quantiles.put(columns.get(i), DoubleStream.of(found[i]).boxed().toList());
    }
    return quantiles;
  }

  double rankError() {
    return 0;
  }

  @Override
  public List<Correlation> correlate(
      Dataset<Row> df, List<String> numeric, List<String> categorical) {
    List<Correlation> found = new ArrayList<>();
    for (int i = 0; i < numeric.size(); i++) {
      for (int j = i + 1; j < numeric.size(); j++) {
        String first = numeric.get(i);
        String second = numeric.get(j);
        Dataset<Row> both = df.select(first, second).na().drop();
        double pearson = both.select(corr(first, second)).first().getDouble(0);
        found.add(new Correlation(first, second, "pearson", pearson));
        found.add(new Correlation(first, second, "spearman", spearman(both)));
      }
    }
    for (int i = 0; i < categorical.size(); i++) {
      for (int j = i + 1; j < categorical.size(); j++) {
        String first = categorical.get(i);
        String second = categorical.get(j);
        List<Row> cells =
            levels(df.select(first, second)).groupBy(first, second).count().collectAsList();
        found.add(new Correlation(first, second, "cramers_v", cramersV(cells)));
      }
    }
    return found;
  }

  Dataset<Row> levels(Dataset<Row> both) {
    return both.na().drop();
  }

  /** Spark ranks the values and gives equal ones the mean of their ranks. */
  private static double spearman(Dataset<Row> both) {
    Dataset<Row> vectors =
        new VectorAssembler().setInputCols(both.columns()).setOutputCol("pair").transform(both);
    Row correlations =
        org.apache.spark.ml.stat.Correlation.corr(vectors, "pair", "spearman").first();
    return correlations.<Matrix>getAs(0).apply(0, 1);
  }

  private double cramersV(List<Row> cells) {
    Map<Object, Double> rows = new HashMap<>();
    Map<Object, Double> columns = new HashMap<>();
    double n = 0;
    for (Row cell : cells) {
      rows.merge(cell.get(0), (double) cell.getLong(2), Double::sum);
      columns.merge(cell.get(1), (double) cell.getLong(2), Double::sum);
      n += cell.getLong(2);
    }
    double squares = 0;
    double expected = 0;
    for (Row cell : cells) {
      double product = rows.get(cell.get(0)) * columns.get(cell.get(1));
      squares += Math.pow(cell.getLong(2), 2) / product;
      expected += product / n / n;
    }
    return v(phi2(squares, expected), n, rows.size(), columns.size());
  }

  /**
   * χ² over n.
   *
   * @param expected the share of the rows that is expected in cells that are not empty
   */
  double phi2(double squares, double expected) {
    return squares - 1;
  }

  double v(double phi2, double n, int rows, int columns) {
    return Math.sqrt(phi2 / (Math.min(rows, columns) - 1));
  }

  @Override
  public List<Finding> findAlerts(List<Figures> columns) {
    List<Finding> findings = new ArrayList<>();
    for (Figures column : columns) {
      alerts(column).forEach(alert -> findings.add(new Finding(alert, column.column())));
    }
    return findings;
  }

  private List<String> alerts(Figures column) {
    List<String> alerts = new ArrayList<>();
    if (column.missing() == column.rows()) {
      return List.of("EMPTY");
    }
    raise(alerts, "MISSING", exceeds(column.missing(), 0.01 * column.rows()));
    if (column.kind().equals("unsupported")) {
      alerts.add("UNSUPPORTED");
      return alerts;
    }
    raise(alerts, "CONSTANT", column.distinct() == 1);
    raise(alerts, "UNIQUE", column.distinct() == column.rows() && column.rows() > 1);
    raise(alerts, "ZEROS", exceeds(column.zeros(), 0.01 * column.rows()));
    raise(alerts, "INFINITE", column.infinite() > 0);
    raise(alerts, "SKEWED", column.skewness() != null && exceeds(Math.abs(column.skewness()), 20));
    raise(alerts, "UNIFORM", column.uniformP() != null && exceeds(column.uniformP(), 0.999));
    if (column.dates()) {
      alerts.add("TYPE_DATE");
      return alerts;
    }
    boolean categorical = column.kind().equals("categorical");
    raise(alerts, "HIGH_CARDINALITY", categorical && exceeds(column.distinct(), 50));
    raise(alerts, "IMBALANCE", column.frequencies().size() > 1 && imbalance(column) > 0.5);
    raise(
        alerts,
        "CONSTANT_LENGTH",
        column.distinct() > 2 && column.longest() > 0 && column.shortest() == column.longest());
    return alerts;
  }

  private static void raise(List<String> alerts, String alert, boolean condition) {
    if (condition) {
      alerts.add(alert);
    }
  }

  boolean exceeds(double figure, double limit) {
    return figure > limit;
  }

  double imbalance(Figures column) {
    double values = column.rows() - column.missing();
    return 1 - entropy(column.frequencies(), values) / Math.log(column.frequencies().size());
  }

  static double entropy(List<Long> frequencies, double total) {
    return frequencies.stream()
        .mapToDouble(frequency -> frequency / total)
        .map(share -> -share * Math.log(share))
        .sum();
  }

  @Override
  public Advice readReport(Dataset<Row> train, Dataset<Row> later) {
    Profile profile = profile(train, later);
    Comparison comparison = compare(train, later);
    List<String> drop = new ArrayList<>();
    List<String> convert = new ArrayList<>();
    List<String> drifted = new ArrayList<>();
    for (String column : train.columns()) {
      List<Alert> alerts = profile.alertsOf(column);
      if (alerts.stream().anyMatch(alert -> useless(alert, column))) {
        drop.add(column);
      } else if (alerts.stream().anyMatch(alert -> alert.type() == AlertType.TYPE_DATE)) {
        convert.add(column);
      } else if (comparison.alerts().stream()
          .anyMatch(alert -> alert.column().equals(column) && isDrift(alert.type()))) {
        drifted.add(column);
      }
    }
    return new Advice(profile.overview().rows(), drop, convert, drifted);
  }

  Profile profile(Dataset<Row> train, Dataset<Row> later) {
    return Profile.of(train);
  }

  Comparison compare(Dataset<Row> train, Dataset<Row> later) {
    return Comparison.of(train, later);
  }

  boolean isDrift(DriftType type) {
    return MOVED.contains(type);
  }

  private static boolean useless(Alert alert, String column) {
    return USELESS.contains(alert.type())
        || (alert.type() == AlertType.HIGH_CORRELATION && column.equals(alert.other()));
  }
}
