package day2.imputation.checks;

import dev.kindling.data.Aggregate;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.Values;
import dev.kindling.data.listings.ListingsTruth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What each task should give, in plain Java. */
final class RightAnswers {

  /** The only column of the listings in which numbers stand for "not known". */
  static final Map<String, List<Integer>> SENTINELS =
      Map.of(ListingsTruth.SENTINEL_COLUMN, ListingsTruth.SENTINELS);

  private RightAnswers() {}

  static Table gaps(Table df, List<String> columns) {
    TableBuilder pairs =
        Table.builder("first:string", "second:string", "missing:long", "share:double");
    for (int i = 0; i < columns.size(); i++) {
      for (String second : columns.subList(i, columns.size())) {
        String first = columns.get(i);
        int missing = df.where(row -> row.isNull(first) && row.isNull(second)).size();
        pairs.row(first, second, missing, (double) missing / df.size());
      }
    }
    return pairs.build();
  }

  static Table marked(Table df, List<String> columns, Map<String, List<Integer>> sentinels) {
    Table marked = df;
    for (String column : columns) {
      List<Double> unknown =
          sentinels.getOrDefault(column, List.of()).stream().map(Integer::doubleValue).toList();
      marked =
          marked.with(
              column + ":double",
              row -> unknown.contains(row.numberOrNull(column)) ? null : row.numberOrNull(column));
    }
    for (String column : columns) {
      marked = marked.with(column + "_na:double", row -> row.isNull(column) ? 1.0 : 0.0);
    }
    return marked;
  }

  /** Rows as the second task should return them, with no other column than the id. */
  static Table markedWithId(Table listings, List<String> columns) {
    List<String> kept = Stream.concat(Stream.of("id"), columns.stream()).toList();
    return marked(listings.select(kept), columns, SENTINELS);
  }

  static Map<String, Double> medians(Table train, List<String> columns) {
    Map<String, Double> medians = new TreeMap<>();
    columns.forEach(column -> medians.put(column, train.values(column).median()));
    return medians;
  }

  /** The rows with one more column each, in which gaps have become medians. */
  static Table filled(Table df, Map<String, Double> medians) {
    Table filled = df;
    for (Map.Entry<String, Double> median : medians.entrySet()) {
      filled =
          filled.with(
              median.getKey() + "_imputed:double",
              row -> row.isNull(median.getKey()) ? median.getValue() : row.get(median.getKey()));
    }
    return filled;
  }

  static Table filledTexts(Table train, Table df, List<String> asLevel, List<String> byMode) {
    Table filled = df;
    for (String column : asLevel) {
      filled = filled.change(column, value -> value == null ? "Missing" : value);
    }
    for (String column : byMode) {
      Object mode = train.values(column).mode();
      filled = filled.change(column, value -> value == null ? mode : value);
    }
    return filled;
  }

  static Table filledByGroup(Table train, Table df, String column, String group) {
    Map<Object, Object> medians = groupMedians(train, column, group);
    double overall = train.values(column).median();
    return df.with(
        column + "_imputed:double",
        row ->
            Stream.of(row.get(column), medians.get(row.get(group)), overall)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
  }

  /** The groups of train that have a value; null is no group. */
  static Map<Object, Object> groupMedians(Table train, String column, String group) {
    return train
        .complete(column, group)
        .groupBy(group)
        .agg(Aggregate.of("median", column, Values::median))
        .lookup(group, "median");
  }

  /** The rows with their filled columns and, as {@code features}, those and the indicators. */
  static Table features(Table train, Table marked, List<String> inputs) {
    return filled(marked, medians(train, inputs))
        .with(
            "features:vector",
            row ->
                Stream.of(imputed(inputs), na(inputs))
                    .flatMap(List::stream)
                    .map(row::get)
                    .toList());
  }

  static Table bias(Map<String, Double> surrogates, Table marked, Table truth) {
    TableBuilder lines =
        Table.builder(
            "column:string", "missing:long", "surrogate:double", "actual:double", "bias:double");
    surrogates.forEach(
        (column, surrogate) -> {
          Map<Object, Object> actuals = truth.lookup("id", column);
          List<Object> hidden = marked.where(column, null).map(row -> actuals.get(row.get("id")));
          Double actual = hidden.isEmpty() ? null : new Values(hidden).median();
          Double bias = actual == null ? null : surrogate - actual;
          lines.row(column, hidden.size(), surrogate, actual, bias);
        });
    return lines.build();
  }

  static List<String> imputed(List<String> columns) {
    return columns.stream().map(column -> column + "_imputed").toList();
  }

  static List<String> na(List<String> columns) {
    return columns.stream().map(column -> column + "_na").toList();
  }
}
