package dev.kindling.profile;

import dev.kindling.profile.report.ColumnDrift;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.DriftThresholds;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.NumberSummary;
import dev.kindling.profile.scan.ColumnScan;
import dev.kindling.profile.stat.NumberSketch;
import dev.kindling.profile.stat.Shares;
import dev.kindling.profile.stat.ValueCounts.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes a comparison from two profiles and the scans they were made of. */
final class Comparing {

  private static final double[] DECILES = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

  private final ProfileMaker.Made first;
  private final ProfileMaker.Made second;
  private final DriftThresholds thresholds;

  Comparing(ProfileMaker.Made first, ProfileMaker.Made second, DriftThresholds thresholds) {
    this.first = first;
    this.second = second;
    this.thresholds = thresholds;
  }

  Comparison make() {
    List<String> before = names(first);
    List<String> after = names(second);
    List<ColumnDrift> columns = new ArrayList<>();
    for (String name : before) {
      columns.add(
          after.contains(name)
              ? drift(before.indexOf(name), after.indexOf(name))
              : alone(name, first.profile().column(name).type(), null));
    }
    after.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> columns.add(alone(name, null, second.profile().column(name).type())));
    return new Comparison(
        Profile.VERSION,
        first.profile(),
        second.profile(),
        new DriftRules(first.profile(), second.profile(), thresholds).alerts(columns),
        columns,
        thresholds);
  }

  private static List<String> names(ProfileMaker.Made made) {
    return made.profile().columns().stream().map(ColumnProfile::name).toList();
  }

  private static ColumnDrift alone(
      String name, @Nullable String firstType, @Nullable String secondType) {
    return new ColumnDrift(
        name, firstType, secondType, null, null, null, null, List.of(), List.of());
  }

  private ColumnDrift drift(int one, int other) {
    ColumnProfile before = first.profile().columns().get(one);
    ColumnProfile after = second.profile().columns().get(other);
    NumberSummary numbersBefore = before.numbers();
    NumberSummary numbersAfter = after.numbers();
    NumberSketch sketchBefore = scan(first, one).numbers();
    NumberSketch sketchAfter = scan(second, other).numbers();
    Map<String, double[]> categories = categories(one, other);
    return new ColumnDrift(
        before.name(),
        before.type(),
        after.type(),
        before.rows() == 0 || after.rows() == 0
            ? null
            : after.missingShare() - before.missingShare(),
        numbersBefore == null || numbersAfter == null
            ? null
            : meanDifference(numbersBefore, numbersAfter),
        numbersBefore == null || numbersAfter == null || sketchBefore == null || sketchAfter == null
            ? null
            : psi(sketchBefore, sketchAfter),
        categories.isEmpty() ? null : distance(categories),
        only(categories, 1, 0),
        only(categories, 0, 1));
  }

  private static ColumnScan scan(ProfileMaker.Made made, int column) {
    return made.scan().columns().get(column);
  }

  private static @Nullable Double meanDifference(NumberSummary before, NumberSummary after) {
    if (before.std() == null
        || after.std() == null
        || before.mean() == null
        || after.mean() == null) {
      return null;
    }
    double std = Math.sqrt((before.std() * before.std() + after.std() * after.std()) / 2);
    double difference = after.mean() - before.mean();
    return std > 0 ? Double.valueOf(difference / std) : difference == 0 ? Double.valueOf(0) : null;
  }

  /** Deciles that are equal make one bin, so a column with few values has fewer bins. */
  private static @Nullable Double psi(NumberSketch before, NumberSketch after) {
    Set<Double> limits = new TreeSet<>();
    for (double decile : before.quantiles().quantiles(DECILES)) {
      if (!Double.isNaN(decile)) {
        limits.add(decile);
      }
    }
    double[] edges = limits.stream().mapToDouble(Double::doubleValue).toArray();
    double psi = Shares.psi(bins(before, edges), bins(after, edges));
    return Double.isFinite(psi) ? psi : null;
  }

  private static double[] bins(NumberSketch sketch, double... edges) {
    double[] below = sketch.quantiles().atOrBelow(edges);
    double[] bins = new double[edges.length + 1];
    double before = 0;
    for (int i = 0; i < edges.length; i++) {
      bins[i] = below[i] - before;
      before = below[i];
    }
    bins[edges.length] = sketch.quantiles().count() - before;
    return bins;
  }

  /** The counts of each category in both; empty unless both have categories that were counted. */
  private Map<String, double[]> categories(int one, int other) {
    Map<String, double[]> counts = new TreeMap<>();
    if (categorical(first, one) && categorical(second, other)) {
      count(scan(first, one), 0, counts);
      count(scan(second, other), 1, counts);
    }
    return counts;
  }

  /** Texts that do not repeat are no categories, unless they are so in the other frame. */
  private boolean categorical(ProfileMaker.Made made, int column) {
    Kind kind = made.profile().columns().get(column).kind();
    boolean texts = kind == Kind.CATEGORICAL || kind == Kind.BOOLEAN || kind == Kind.TEXT;
    return texts && scan(made, column).values().complete() && repeats(made, column);
  }

  private boolean repeats(ProfileMaker.Made made, int column) {
    String name = made.profile().columns().get(column).name();
    return List.of(first, second).stream()
        .flatMap(each -> each.profile().columns().stream())
        .anyMatch(
            each ->
                each.name().equals(name)
                    && (each.kind() == Kind.CATEGORICAL || each.kind() == Kind.BOOLEAN));
  }

  private static void count(ColumnScan scan, int side, Map<String, double[]> counts) {
    for (Counted counted : scan.values().byFrequency()) {
      counts.computeIfAbsent(counted.value().toString(), key -> new double[2])[side] =
          counted.count();
    }
  }

  private static @Nullable Double distance(Map<String, double[]> categories) {
    double distance =
        Shares.jensenShannon(
            categories.values().stream().mapToDouble(both -> both[0]).toArray(),
            categories.values().stream().mapToDouble(both -> both[1]).toArray());
    return Double.isFinite(distance) ? distance : null;
  }

  private static List<String> only(Map<String, double[]> categories, int has, int lacks) {
    return categories.entrySet().stream()
        .filter(entry -> entry.getValue()[has] > 0 && entry.getValue()[lacks] == 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
