package day2.creation.checks;

import day2.creation.Ratio;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;

/** What each task should give, in plain Java. */
final class RightAnswers {

  private RightAnswers() {}

  static Table prices(Table df, List<String> columns) {
    Table parsed = df;
    for (String column : columns) {
      parsed = parsed.with(column + ":double", row -> price(row.text(column)));
    }
    return parsed;
  }

  private static Double price(String text) {
    try {
      return text == null ? null : Double.valueOf(text.replace("$", "").replace(",", ""));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** What can be said of a hash, whatever its function; {@code same}: as the street's first one. */
  static Table hashed(Table houses) {
    Map<Object, Vector> first = new HashMap<>();
    houses.stream().forEach(row -> first.putIfAbsent(row.get("street_name"), vector(row)));
    return houses
        .with("length:int", row -> vector(row).size())
        .with("filled:int", row -> vector(row).numNonzeros())
        .with("sum:double", row -> Arrays.stream(vector(row).toArray()).sum())
        .with("same:boolean", row -> vector(row).equals(first.get(row.get("street_name"))))
        .drop("street_hashed");
  }

  private static Vector vector(TableRow row) {
    return (Vector) row.get("street_hashed");
  }

  static Table clock(Table df, String column) {
    return df.with("month:int", row -> time(row, column).getMonthValue())
        .with("weekday:int", row -> time(row, column).getDayOfWeek().getValue())
        .with("is_weekend:double", row -> row.whole("weekday") >= 6 ? 1.0 : 0.0)
        .with("hour:int", row -> time(row, column).getHour())
        .with("hour_sin:double", row -> Math.sin(2 * Math.PI / 24 * row.number("hour")))
        .with("hour_cos:double", row -> Math.cos(2 * Math.PI / 24 * row.number("hour")));
  }

  private static LocalDateTime time(TableRow row, String column) {
    return LocalDateTime.ofInstant(row.time(column), ZoneOffset.UTC); // as sessions run
  }

  static boolean usesLabel(Ratio ratio, String label) {
    return ratio.numerator().equals(label) || ratio.denominator().equals(label);
  }

  static Table ratios(Table df, List<Ratio> ratios, String label) {
    Table divided = df;
    for (Ratio ratio : ratios) {
      if (!usesLabel(ratio, label)) {
        divided = divided.with(ratio.name() + ":double", row -> quotient(row, ratio));
      }
    }
    return divided;
  }

  private static Double quotient(TableRow row, Ratio ratio) {
    Double numerator = row.numberOrNull(ratio.numerator());
    Double denominator = row.numberOrNull(ratio.denominator());
    return numerator == null || denominator == null || denominator == 0
        ? null
        : (Double) (numerator / denominator);
  }

  /** The number of a bucket: as many as there are limits that a value has reached. */
  static Double bucket(Double value, List<Double> limits) {
    if (value == null) {
      return null;
    }
    return value.isNaN()
        ? limits.size() + 1.0
        : (double) limits.stream().filter(limit -> limit <= value).count();
  }

  /** The limits between buckets that are equally full. */
  static List<Double> quantiles(Values train, int buckets) {
    return IntStream.range(1, buckets).mapToObj(i -> train.quantile((double) i / buckets)).toList();
  }

  static Table products(Table df, List<String> columns, String first, String second) {
    return df.with(
        "features:vector",
        row -> {
          List<Object> features = new ArrayList<>();
          columns.forEach(column -> features.add(row.number(column)));
          features.add(row.number(first) * row.number(second));
          return features;
        });
  }

  static Table lags(Table df, String group, String time, String label, List<String> parts) {
    return df.groupBy(group)
        .each(
            rows -> {
              List<Object> labels = rows.sortBy(time).column(label);
              return rows.sortBy(time)
                  .with(label + "_lag1:int", at(labels, 1))
                  .with(label + "_lag7:int", at(labels, 7))
                  .with(label + "_mean7:double", means(labels, -7, -1));
            })
        .drop(parts.toArray(String[]::new));
  }

  private static List<Object> at(List<Object> labels, int back) {
    return Stream.concat(Collections.nCopies(back, null).stream(), labels.stream())
        .limit(labels.size())
        .toList();
  }

  /** The means over the rows from one place to another, counted from each row. */
  static List<Double> means(List<Object> labels, int from, int to) {
    int size = labels.size();
    List<Double> means = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      int begin = Math.min(size, Math.max(0, row + from));
      int end = Math.max(begin, Math.min(size, row + to + 1));
      means.add(begin == end ? null : (Double) new Values(labels.subList(begin, end)).mean());
    }
    return means;
  }
}
