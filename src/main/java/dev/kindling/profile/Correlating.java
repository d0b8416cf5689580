package dev.kindling.profile;

import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.CorrelationMatrix;
import dev.kindling.profile.report.Correlations;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.profile.scan.FrameScan;
import dev.kindling.profile.stat.Levels;
import dev.kindling.profile.stat.Ranks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Makes the correlations: Pearson's from all rows, the others from the sample. */
final class Correlating {

  private final FrameScan scan;
  private final List<ColumnProfile> columns;
  private final ProfileSettings settings;
  private final List<Object[]> sample;

  Correlating(FrameScan scan, List<ColumnProfile> columns, ProfileSettings settings) {
    this.scan = scan;
    this.columns = columns;
    this.settings = settings;
    this.sample = scan.sample();
  }

  /** A correlation of the columns at two places of a list. */
  private interface Pair {
    double of(int one, int other);
  }

  Correlations make() {
    List<Integer> numeric = scan.correlated();
    List<Ranks> ranks = numeric.stream().map(this::ranks).toList();
    List<Integer> categorical = categorical();
    List<Levels> levels = categorical.stream().map(this::levels).toList();
    boolean sampled = sample.size() < scan.rows();
    return new Correlations(
        matrix(
            numeric, scan.rows(), false, (one, other) -> scan.coMoments().correlation(one, other)),
        matrix(
            numeric,
            sample.size(),
            sampled,
            (one, other) -> ranks.get(one).spearman(ranks.get(other))),
        matrix(
            categorical,
            sample.size(),
            sampled,
            (one, other) -> levels.get(one).cramersV(levels.get(other))));
  }

  private List<Integer> categorical() {
    return IntStream.range(0, columns.size())
        .filter(i -> isCategorical(columns.get(i)))
        .limit(settings.correlatedColumns())
        .boxed()
        .toList();
  }

  private boolean isCategorical(ColumnProfile column) {
    return (column.kind() == Kind.CATEGORICAL || column.kind() == Kind.BOOLEAN)
        && column.distinct() != null
        && column.distinct() <= settings.correlatedLevels();
  }

  private Ranks ranks(int column) {
    return new Ranks(
        sample.stream()
            .mapToDouble(
                row ->
                    row[column] == null
                        ? Double.NaN
                        : scan.columns().get(column).reading().asNumber(row[column]))
            .toArray());
  }

  private Levels levels(int column) {
    return new Levels(sample.stream().map(row -> row[column]).toArray());
  }

  private CorrelationMatrix matrix(List<Integer> chosen, long rows, boolean sampled, Pair pair) {
    int size = chosen.size();
    Double[][] values = new Double[size][size];
    for (int i = 0; i < size; i++) {
      values[i][i] = 1.0;
      for (int j = 0; j < i; j++) {
        double value = pair.of(i, j);
        values[i][j] = Double.isFinite(value) ? value : null;
        values[j][i] = values[i][j];
      }
    }
    List<List<Double>> table = new ArrayList<>();
    for (Double[] row : values) {
      table.add(java.util.Arrays.asList(row));
    }
    return new CorrelationMatrix(
        chosen.stream().map(column -> columns.get(column).name()).toList(), table, rows, sampled);
  }
}
