package dev.kindling.profile;

import dev.kindling.profile.report.Bin;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.DateSummary;
import dev.kindling.profile.report.Frequency;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.NumberSummary;
import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.profile.report.Quantiles;
import dev.kindling.profile.report.SeriesSummary;
import dev.kindling.profile.report.TextSummary;
import dev.kindling.profile.scan.Binning;
import dev.kindling.profile.scan.ColumnScan;
import dev.kindling.profile.scan.Reading;
import dev.kindling.profile.scan.Recount.ColumnRecount;
import dev.kindling.profile.scan.TextScan;
import dev.kindling.profile.stat.Moments;
import dev.kindling.profile.stat.NumberSketch;
import dev.kindling.profile.stat.Shares;
import dev.kindling.profile.stat.ValueCounts;
import dev.kindling.profile.stat.ValueCounts.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** Makes the profile of a column from what the passes found. */
final class ColumnMaker {

  private final StructField field;
  private final ColumnScan scan;
  private final @Nullable ColumnRecount recount;
  private final ProfileSettings settings;
  private final ValueText text;
  private final List<Counted> counted;

  /**
   * @param recount null when the first pass counted all values
   */
  ColumnMaker(
      StructField field,
      ColumnScan scan,
      @Nullable ColumnRecount recount,
      ProfileSettings settings) {
    this.field = field;
    this.scan = scan;
    this.recount = recount;
    this.settings = settings;
    this.text = new ValueText(scan.reading(), field.dataType());
    this.counted =
        scan.values().complete()
            ? scan.values().byFrequency()
            : Objects.requireNonNull(recount, "Many values were counted again.")
                .candidates()
                .stream()
                .sorted(ValueCounts.order())
                .toList();
  }

  /** The profile; {@code series} is null without a time column. */
  ColumnProfile make(@Nullable SeriesSummary series) {
    Kind kind = kind();
    long rows = scan.count() + scan.missing();
    boolean read = kind != Kind.UNSUPPORTED;
    List<Bin> histogram = histogram();
    return new ColumnProfile(
        field.name(),
        field.dataType().simpleString(),
        kind,
        scan.count(),
        scan.missing(),
        share(scan.missing(), rows),
        read ? distinct() : null,
        read ? share(distinct(), scan.count()) : null,
        scan.reading().numeric() ? numbers(rows) : null,
        scan.reading().time() ? dates() : null,
        scan.texts() == null ? null : texts(scan.texts()),
        counted.stream()
            .limit(settings.mostFrequent())
            .map(value -> Frequency.of(text.of(value.value()), value.count(), scan.count()))
            .toList(),
        scan.values().complete(),
        categories(kind) ? orNull(Shares.imbalance(counts())) : null,
        orNull(uniformP(kind, histogram)),
        histogram,
        series);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static @Nullable Double orNull(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private Kind kind() {
    return switch (scan.reading()) {
      case DOUBLE, LONG, DECIMAL -> Kind.NUMERIC;
      case BOOLEAN -> Kind.BOOLEAN;
      case DAY, MICROS -> Kind.DATE;
      case TEXT -> TextKind.of(scan, distinct());
      case NONE -> Kind.UNSUPPORTED;
    };
  }

  private long distinct() {
    return scan.values().complete() ? scan.values().distinct() : again().distinct();
  }

  /** What was not counted in the first pass was counted in the second. */
  private ColumnRecount again() {
    return Objects.requireNonNull(recount, "A column with many values was counted again.");
  }

  private NumberSketch sketch() {
    return Objects.requireNonNull(scan.numbers(), "Numbers and times were sketched.");
  }

  private NumberSummary numbers(long rows) {
    NumberSketch sketch = sketch();
    Moments moments = sketch.moments();
    return NumberSummary.of(
        moments.mean(),
        moments.std(),
        moments.min(),
        Quantiles.of(
            sketch.quantiles().quantiles(Quantiles.shares()), sketch.quantiles().rankError()),
        moments.max(),
        moments.skewness(),
        moments.kurtosis(),
        moments.zeros(),
        rows,
        moments.negative(),
        sketch.infinite(),
        sketch.nan());
  }

  private DateSummary dates() {
    Moments moments = sketch().moments();
    return moments.count() == 0
        ? new DateSummary(null, null, null)
        : new DateSummary(
            text.of((long) moments.min()),
            text.of((long) moments.max()),
            text.days(moments.max() - moments.min()));
  }

  private static TextSummary texts(TextScan texts) {
    long count = texts.count();
    return count == 0
        ? new TextSummary(null, null, null, false)
        : new TextSummary(
            texts.shortest(), (double) texts.characters() / count, texts.longest(), texts.dates());
  }

  private boolean categories(Kind kind) {
    return (kind == Kind.CATEGORICAL || kind == Kind.BOOLEAN) && scan.values().complete();
  }

  private long[] counts() {
    return counted.stream().mapToLong(Counted::count).toArray();
  }

  private double uniformP(Kind kind, List<Bin> histogram) {
    if (categories(kind)) {
      return Shares.uniformP(counts());
    }
    return kind == Kind.NUMERIC
        ? Shares.uniformP(histogram.stream().mapToLong(Bin::count).toArray())
        : Double.NaN;
  }

  private List<Bin> histogram() {
    if (scan.numbers() == null || scan.numbers().moments().count() == 0) {
      return List.of();
    }
    double low = scan.numbers().moments().min();
    double high = scan.numbers().moments().max();
    long[] counts = scan.values().complete() ? binned(low, high) : recounted();
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bins.add(
          new Bin(
              edge(Binning.edge(i, low, high, counts.length)),
              edge(Binning.edge(i + 1, low, high, counts.length)),
              counts[i]));
    }
    return bins;
  }

  private double edge(double value) {
    return scan.reading().time() ? text.millis(value) : value;
  }

  /** No more bins than values, or balanced values would leave gaps that look like a shape. */
  private long[] binned(double low, double high) {
    Reading reading = scan.reading();
    List<Counted> finite =
        counted.stream().filter(c -> Double.isFinite(reading.asNumber(c.value()))).toList();
    long[] counts = new long[Math.min(settings.bins(), finite.size())];
    for (Counted value : finite) {
      counts[Binning.bin(reading.asNumber(value.value()), low, high, counts.length)] +=
          value.count();
    }
    return counts;
  }

  private long[] recounted() {
    return again().bins().stream().mapToLong(Long::longValue).toArray();
  }
}
