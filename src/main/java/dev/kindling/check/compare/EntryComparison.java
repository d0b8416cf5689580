package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/**
 * Compares maps as tables of keys and values.
 *
 * @param tolerance how near numeric values must be; keys must be the same
 */
public record EntryComparison(Tolerance tolerance) {

  private static final int NAMED = 3;

  /** Tells what differs; {@code subject} is what the learner calls the map. */
  public Optional<Mismatch> compare(String subject, Map<?, ?> expected, Map<?, ?> actual) {
    Tolerances tolerances = Tolerances.DEFAULT.within("value", tolerance);
    RowSet wanted = frame(expected);
    RowSet found = frame(actual);
    RowMatcher matcher = new RowMatcher(wanted, found, tolerances);
    if (matcher.missing().isEmpty() && matcher.extra().isEmpty()) {
      return Optional.empty();
    }
    Pairing pairing = Pairing.by(new RowKey(List.of("key")), wanted, found, tolerances);
    Pairing shown = pairing.differing(wanted, found, tolerances);
    var tables = new DifferenceTables(wanted, found, tolerances, shown, false);
    return Optional.of(
        new Mismatch(
            "In %s, %s.".formatted(subject, words(expected, actual, wanted, shown.pairs())),
            tables.expectedText(),
            tables.actualText()));
  }

  /** The entries as rows of {@code key} and {@code value}. */
  public Compared compared(Map<?, ?> expected, Map<?, ?> actual) {
    return new Compared(
        frame(actual),
        Optional.of(frame(expected)),
        Tolerances.DEFAULT.within("value", tolerance),
        false);
  }

  private static String words(
      Map<?, ?> expected, Map<?, ?> actual, RowSet wanted, List<RowPair> pairs) {
    List<Object> missing = new ArrayList<>(expected.keySet());
    missing.removeAll(actual.keySet());
    List<Object> others = new ArrayList<>(actual.keySet());
    others.removeAll(expected.keySet());
    List<String> parts = new ArrayList<>();
    add(parts, missing, "missing");
    add(parts, others, "not expected");
    if (parts.isEmpty()) {
      List<Object> keys =
          pairs.stream().map(pair -> wanted.rows().get(pair.expected()).get(0)).toList();
      parts.add(
          keys.size() == 1
              ? "the value of " + entry(keys.get(0), expected, actual)
              : "%d of %d values differ: %s%s"
                  .formatted(
                      keys.size(),
                      expected.size(),
                      keys.stream()
                          .limit(NAMED)
                          .map(key -> entry(key, expected, actual))
                          .collect(Collectors.joining("; ")),
                      keys.size() > NAMED ? "; …" : ""));
    }
    return String.join(" and ", parts);
  }

  private static String entry(Object key, Map<?, ?> expected, Map<?, ?> actual) {
    return "%s is %s, expected %s"
        .formatted(
            CellText.quoted(key),
            CellText.quoted(actual.get(key)),
            CellText.quoted(expected.get(key)));
  }

  private static void add(List<String> parts, List<Object> keys, String problem) {
    if (!keys.isEmpty()) {
      List<String> names = keys.stream().map(CellText::of).toList();
      parts.add(
          (keys.size() == 1 ? "the key " : "the keys ")
              + ColumnWords.quoted(names)
              + (keys.size() == 1 ? " is " : " are ")
              + problem);
    }
  }

  private static RowSet frame(Map<?, ?> entries) {
    List<List<Object>> rows = new ArrayList<>(entries.size());
    entries.forEach((key, value) -> rows.add(Arrays.asList(key, value)));
    rows.sort(Comparator.comparing(row -> CellText.exact(row.get(0))));
    return new RowSet(List.of("key", "value"), List.of(keyType(entries), DataTypes.NullType), rows);
  }

  /** Texts and whole numbers name rows, so that values can be held against each other. */
  private static DataType keyType(Map<?, ?> entries) {
    if (entries.keySet().stream().allMatch(String.class::isInstance)) {
      return DataTypes.StringType;
    }
    return entries.keySet().stream().allMatch(key -> key instanceof Integer || key instanceof Long)
        ? DataTypes.LongType
        : DataTypes.NullType;
  }
}
