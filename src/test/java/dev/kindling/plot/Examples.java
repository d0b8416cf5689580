package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One chart of each kind, made without Spark. */
public final class Examples {

  private Examples() {}

  /** By name. */
  public static Map<String, ChartSpec> all() {
    Map<String, ChartSpec> all = new TreeMap<>();
    all.put("histogram", histogram());
    all.put("bars", bars());
    all.put("scatter", scatter());
    all.put("line", line());
    all.put("boxes", boxes());
    all.put("heat", heat());
    all.put("cells", cells());
    all.put("counter", counter());
    return all;
  }

  private static Map<String, Object> row(Object... cells) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.length; i += 2) {
      row.put(cells[i].toString(), cells[i + 1]);
    }
    return row;
  }

  static ChartSpec histogram() {
    SpecDraft draft = draft("bar", "Prices per night", "Most prices lie between 100 and 316.");
    double[] counts = {3, 120, 410, 97, 12, 0, 1};
    for (int i = 0; i < counts.length; i++) {
      double start = 10 * Math.pow(Math.sqrt(10), i);
      draft.row(row("bin_start", start, "bin_end", start * Math.sqrt(10), "count", counts[i]));
    }
    var x = draft.encode("x", "bin_start", "quantitative", "price");
    x.putObject("bin").put("binned", true);
    x.putObject("scale").put("type", "log");
    draft.encode("x2", "bin_end", null, null);
    draft.encode("y", "count", "quantitative", "rows");
    return draft.spec();
  }

  static ChartSpec bars() {
    SpecDraft draft = draft("bar", "Median price by room type", "Whole homes cost most.");
    draft.row(row("room_type", "Entire home/apt", "median_price", 130.5));
    draft.row(row("room_type", "Private room", "median_price", 61.0));
    draft.row(row("room_type", null, "median_price", 5.0));
    draft.row(row("room_type", "Hotel room", "median_price", 99.0));
    draft.encode("x", "room_type", "nominal", "room type").put("sort", "-y");
    draft.encode("y", "median_price", "quantitative", "median price");
    return draft.spec();
  }

  static ChartSpec scatter() {
    SpecDraft draft = draft("point", "y by x", "A parabola.");
    for (int i = -20; i <= 20; i++) {
      draft.row(row("x", i / 2.0, "y", i * i / 4.0, "half", i < 0 ? "left" : "right"));
    }
    draft.encode("x", "x", "quantitative", "x").putObject("scale").put("zero", false);
    draft.encode("y", "y", "quantitative", "y").putObject("scale").put("zero", false);
    draft.encode("color", "half", "nominal", "half");
    return draft.spec();
  }

  static ChartSpec line() {
    SpecDraft draft = draft("line", "Sales by day", "Sales rise and dip on Sundays.");
    for (int day = 1; day <= 28; day++) {
      double sales = 100 + 3 * day - (day % 7 == 0 ? 60 : 0);
      draft.row(row("day", "2026-02-%02d".formatted(day), "sales", sales));
    }
    draft.encode("x", "day", "temporal", "day");
    draft.encode("y", "sales", "quantitative", "sales");
    return draft.spec();
  }

  static ChartSpec boxes() {
    SpecDraft draft = draft("boxplot", "Price by room type", "Homes spread most.");
    double[][] fives = {{20, 80, 130, 210, 400}, {12, 40, 60, 80, 140}, {30, 70, 99, 120, 180}};
    String[] rooms = {"Entire home/apt", "Private room", "Hotel room"};
    for (int i = 0; i < fives.length; i++) {
      for (double value : fives[i]) {
        draft.row(row("room_type", rooms[i], "price", value));
      }
    }
    draft.mark("extent", "min-max");
    draft.encode("x", "room_type", "nominal", "room type");
    draft.encode("y", "price", "quantitative", "price");
    return draft.spec();
  }

  static ChartSpec heat() {
    SpecDraft draft = draft("rect", "Correlations", "Beds and baths go together.");
    String[] columns = {"beds", "baths", "price"};
    double[][] r = {{1, 0.8, -0.25}, {0.8, 1, 0.1}, {-0.25, 0.1, 1}};
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        draft.row(row("a", columns[i], "b", columns[j], "r", r[i][j]));
      }
    }
    draft.encode("x", "a", "nominal", "a");
    draft.encode("y", "b", "nominal", "b");
    draft.encode("color", "r", "quantitative", "r").putObject("scale").put("domainMid", 0);
    return draft.spec();
  }

  static ChartSpec cells() {
    SpecDraft draft = draft("rect", "Homes by place", "Most homes lie in the middle.");
    for (int x = 0; x < 30; x++) {
      for (int y = 0; y < 12; y++) {
        double away = Math.hypot(x - 15, (y - 6) * 2.5);
        if (away < 15) {
          draft.row(row("lon", 13 + x / 100.0, "lat", 52 + y / 100.0, "count", 15 - away));
        }
      }
    }
    draft.encode("x", "lon", "ordinal", "lon");
    draft.encode("y", "lat", "ordinal", "lat").put("sort", "descending");
    draft.encode("color", "count", "quantitative", "homes");
    return draft.spec();
  }

  static ChartSpec counter() {
    SpecDraft draft = draft("text", "Median price", "137.5.");
    draft.row(row("median_price", 137.5)).encode("text", "median_price", "quantitative", null);
    return draft.spec();
  }

  private static SpecDraft draft(String mark, String title, String description) {
    return new SpecDraft(mark).title(title, List.of("an example")).description(description);
  }
}
