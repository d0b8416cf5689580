package day2.notebookcharts;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Shares of nulls by group in plain Java: as they should be, and as known mistakes have them. */
record MissingShares(Table df, List<String> columns, String group) {

  private static final double ROUNDING = 1e-9;
  private static final String BETWEEN = ", ";

  /** A cell of the heat map, as {@code Quay, rent}. */
  private static String cell(Object value, Object column) {
    return value + BETWEEN + column;
  }

  Map<String, Double> right() {
    return shares(true, 1);
  }

  private Map<String, Double> shares(boolean withinGroup, double whole) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (Object value : df.values(group).counts().keySet()) {
      Table members = df.where(group, value);
      double of = withinGroup ? members.size() : df.size();
      for (String column : columns) {
        long missing = members.column(column).stream().filter(Objects::isNull).count();
        shares.put(cell(value, column), whole * missing / of);
      }
    }
    return shares;
  }

  private Map<String, Double> told() {
    Map<String, Double> told = new HashMap<>(right());
    told.replaceAll((cell, share) -> 1 - share);
    return told;
  }

  void judgeShares(ChartSpec chart) {
    expect(chart.mark()).as("the mark").toBe("rect");
    expect(chart)
        .as("the chart")
        .toSatisfy(
            "it encodes x, y and color",
            spec -> spec.encodes("x") && spec.encodes("y") && spec.encodes("color"));
    Map<String, Double> shown = shown(chart, "x", "y");
    expect(shown)
        .as("the shares, by group and column,")
        .within(ROUNDING)
        .toHaveEntries(right())
        .diagnose(
            "axes-turned",
            cells -> shown(chart, "y", "x").keySet().equals(right().keySet()),
            "The axes are turned round: the groups belong along `x`, the columns along `y`, as the rows of a table do not say but the task does.")
        .diagnose(
            "share-of-all-rows",
            shares(false, 1),
            "Each share is of all rows of the frame, so a large group looks worse than a small one for its size alone. Divide by the rows of the group: the mean over the group does that.")
        .diagnose(
            "percent-not-share",
            shares(true, 100),
            "These are percentages. A share lies between 0 and 1; only the text says percent.")
        .diagnose(
            "told-not-missing",
            told(),
            "These are the shares of rows that *have* a value. The chart is about those that have none: `isNull`, not `isNotNull`.");
    expect(chart.rows().size())
        .as("the number of rows of the chart")
        .toBe(right().size())
        .diagnose(
            "raw-rows",
            rows -> rows > right().size(),
            rows ->
                "The chart holds %.0f rows for %d cells, so cells lie on top of each other. Aggregate in Spark: one row for each group and column."
                    .formatted(rows, right().size()));
    expect(chart.encoding("color").type()).as("the type of `color`").toBe("quantitative");
  }

  private static Map<String, Double> shown(ChartSpec chart, String group, String column) {
    String groups = chart.encoding(group).field();
    String columns = chart.encoding(column).field();
    String shares = chart.encoding("color").field();
    Map<String, Double> shown = new LinkedHashMap<>();
    for (Map<String, Object> row : chart.rows()) {
      double share = row.get(shares) instanceof Double number ? number : Double.NaN;
      shown.put(cell(row.get(groups), row.get(columns)), share);
    }
    return shown;
  }

  /** Judges title and description. */
  void judgeWords(ChartSpec chart) {
    expect(chart.title().isBlank())
        .as("whether the title is empty")
        .toBe(false)
        .diagnose("no-title", true, "The chart has no title. Say in a few words what it shows.");
    List<String> most = most();
    String percent = most.get(2);
    expect(chart.description())
        .as("the description")
        .toSatisfy(
            "it names '%s', '%s' and %s %%".formatted(most.get(0), most.get(1), percent),
            text ->
                text.contains(most.get(0))
                    && text.contains(most.get(1))
                    && Pattern.compile("(?<![\\d.,])" + percent + "\\s?%").matcher(text).find())
        .diagnose(
            "no-alternative",
            text -> text.isBlank() || text.matches("Heat map: .* for \\d+ pairs of .*"),
            "The chart has no description of its own. Whoever cannot see the colours learns nothing from it. Say what there is to see: where most is missing, and how much.")
        .diagnose(
            "text-not-from-data",
            text -> true,
            text ->
                "The description does not say what these data show: most is missing in '%s' of '%s', %s %%. Find the greatest share in the frame and put it into the text; a text that is typed in is wrong for the next data."
                    .formatted(most.get(1), most.get(0), percent));
  }

  /** The group's value, the column and the percentage where most is missing. */
  private List<String> most() {
    Map<String, Double> shares = right();
    String greatest = Collections.max(shares.entrySet(), Map.Entry.comparingByValue()).getKey();
    List<String> most = new ArrayList<>(List.of(greatest.split(BETWEEN)));
    most.add(Long.toString(Math.round(100 * shares.get(greatest))));
    return most;
  }
}
