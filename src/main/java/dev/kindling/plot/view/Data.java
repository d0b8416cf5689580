package dev.kindling.plot.view;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.Encoding;
import dev.kindling.plot.spec.TimeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out the bins and aggregates that a specification asks for. */
final class Data {

  private static final List<String> CHANNELS = List.of("x", "x2", "y", "y2", "color", "text");

  private final ChartSpec spec;
  private final Map<String, Encoding> encodings = new LinkedHashMap<>();

  Data(ChartSpec spec) {
    this.spec = spec;
    for (String channel : CHANNELS) {
      if (spec.encodes(channel)) {
        Encoding encoding = spec.encoding(channel);
        if (encoding.field() != null || encoding.aggregate() != null) {
          encodings.put(channel, encoding);
        }
      }
    }
  }

  Map<String, Encoding> encodings() {
    return encodings;
  }

  List<Datum> read() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : spec.rows()) {
      Map<String, Object> values = new HashMap<>();
      encodings.forEach((channel, encoding) -> values.put(channel, value(encoding, row)));
      rows.add(values);
    }
    encodings.forEach(
        (channel, encoding) -> {
          if ("true".equals(encoding.bin())) {
            bin(channel, encoding.maxBins(), rows);
          }
        });
    boolean aggregated = encodings.values().stream().anyMatch(e -> e.aggregate() != null);
    return (aggregated ? aggregate(rows) : rows).stream().map(Datum::new).toList();
  }

  private static @Nullable Object value(Encoding encoding, Map<String, Object> row) {
    Object value = encoding.field() == null ? null : row.get(encoding.field());
    return encoding.temporal() && value != null ? (Object) TimeText.millis(value) : value;
  }

  private static void bin(String channel, int maxBins, List<Map<String, Object>> rows) {
    double[] numbers =
        rows.stream()
            .map(row -> row.get(channel))
            .filter(Double.class::isInstance)
            .mapToDouble(Double.class::cast)
            .toArray();
    if (numbers.length == 0) {
      return;
    }
    double low = Arrays.stream(numbers).min().getAsDouble();
    double high = Arrays.stream(numbers).max().getAsDouble();
    double step = high > low ? LinearScale.step(low, high, maxBins) : 1;
    for (Map<String, Object> row : rows) {
      if (row.get(channel) instanceof Double number) {
        double start = Math.floor(number / step) * step;
        row.put(channel, start);
        row.put(channel + "2", start + step);
      }
    }
  }

  private List<Map<String, Object>> aggregate(List<Map<String, Object>> rows) {
    Map<Map<String, Object>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> key = new HashMap<>(row);
      encodings.forEach(
          (channel, encoding) -> {
            if (encoding.aggregate() != null) {
              key.remove(channel);
            }
          });
      groups.computeIfAbsent(key, ignored -> new ArrayList<>()).add(row);
    }
    List<Map<String, Object>> result = new ArrayList<>();
    groups.forEach(
        (key, members) -> {
          encodings.forEach(
              (channel, encoding) -> {
                if (encoding.aggregate() != null) {
                  key.put(channel, aggregate(encoding.aggregate(), channel, members));
                }
              });
          result.add(key);
        });
    return result;
  }

  private static @Nullable Double aggregate(
      String aggregate, String channel, List<Map<String, Object>> members) {
    if (aggregate.equals("count")) {
      return (double) members.size();
    }
    double[] numbers =
        members.stream()
            .map(row -> row.get(channel))
            .filter(Double.class::isInstance)
            .mapToDouble(Double.class::cast)
            .sorted()
            .toArray();
    if (numbers.length == 0) {
      return null;
    }
    return switch (aggregate) {
      case "sum" -> Arrays.stream(numbers).sum();
      case "median" -> Quantiles.of(numbers, 0.5);
      case "min" -> numbers[0];
      case "max" -> numbers[numbers.length - 1];
      default -> Arrays.stream(numbers).average().getAsDouble();
    };
  }
}
