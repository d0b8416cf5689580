package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.plot.spec.ChartSpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A bar chart of medians: as it should be, and as known mistakes have it. */
record DearestBars(List<Map<String, Object>> listings, int n) {

  private static final String NAME = "neighbourhood_cleansed";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "json-glued",
              error -> error.says("The specification is not JSON"),
              "The specification works until a name has a quote in it, such as `The \"Old\" Quay`: glued into the text, the name ends at its quote. `toJSON()` writes rows with their quotes escaped, and so does `quoted` in the starter for a single text.");

  /** The bars in their order, with their lengths. */
  Map<String, Double> right() {
    return top(statistic(rows -> Rows.percentile(rows, 0.5)));
  }

  private Map<String, Double> means() {
    return top(statistic(Rows::mean));
  }

  private Map<String, Double> statistic(Function<double[], Double> of) {
    Map<String, Double> groups = new LinkedHashMap<>();
    Rows.groups(listings, row -> (String) row.get(NAME))
        .forEach(
            (name, rows) ->
                groups.put(name, of.apply(Rows.sorted(rows, row -> Rows.number(row, "price")))));
    return groups;
  }

  private Map<String, Double> top(Map<String, Double> groups) {
    Map<String, Double> top = new LinkedHashMap<>();
    groups.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, Double> group) -> group.getValue(),
                    Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(n)
        .forEach(group -> top.put(group.getKey(), group.getValue()));
    return top;
  }

  /** Judges a chart. */
  void judge(Supplier<ChartSpec> answer) {
    ERRORS.during(
        () -> {
          ChartSpec chart = answer.get();
          expect(chart)
              .as("the chart")
              .toSatisfy("it has the mark bar", spec -> spec.mark().equals("bar"))
              .diagnose(
                  "no-bars",
                  spec -> spec.mark().equals("line"),
                  "A line from one neighbourhood to the next says that there is something in between. Names are separate things: use the mark `bar`.")
              .toSatisfy(
                  "one axis has the neighbourhoods (nominal), the other their medians (quantitative)",
                  spec -> DrawnBars.of(spec).isPresent())
              .diagnose(
                  "price-as-name",
                  spec -> !spec.encoding("x").quantitative() && !spec.encoding("y").quantitative(),
                  "Both axes hold names: a price that is `nominal` or `ordinal` is a label, the bars have no length, and 90 and 900 are as far apart as 90 and 91. Numbers are `quantitative`.");
          DrawnBars bars = compute("the chart", () -> DrawnBars.of(chart).orElseThrow());
          judgeBars(bars);
          judgeOrder(bars);
          judgeWords(chart);
        });
  }

  private void judgeBars(DrawnBars drawn) {
    expect(drawn.bars().size())
        .as("the number of rows in the chart")
        .toBe(n)
        .diagnose(
            "rows-not-grouped",
            rows -> drawn.names().stream().distinct().count() < rows.intValue(),
            "Neighbourhoods come more than once in the rows of the chart: it carries single listings, and whoever opens it gets all of them. Query first: one row per bar.")
        .diagnose(
            "limit-forgotten",
            rows -> rows.intValue() > n,
            "There are more bars than were asked for. Add `LIMIT :n` at the end of the query, after `ORDER BY`.");
    Map<String, Double> found = new LinkedHashMap<>();
    drawn.bars().forEach(bar -> found.put(bar.name(), bar.length()));
    Map<String, Double> medians = statistic(rows -> Rows.percentile(rows, 0.5));
    expect(found)
        .as("the bars")
        .toHaveEntries(right())
        .diagnose(
            "mean-for-median",
            means(),
            "These are the means. Prices are skewed: a few huge prices, typing errors perhaps, lift a neighbourhood to the top in which most homes are not dear at all. Take the `median`.")
        .diagnose(
            "mean-for-median",
            bars -> bars.entrySet().stream().allMatch(this::isMean),
            "These are means. Prices are skewed: a few huge prices, typing errors perhaps, lift a neighbourhood to the top in which most homes are not dear at all. Take the `median`.")
        .diagnose(
            "limit-before-order",
            bars ->
                bars.size() == n && bars.entrySet().stream().allMatch(bar -> isIn(medians, bar)),
            "These are the right medians of the wrong neighbourhoods: `LIMIT` took some %d rows before they were in order. Within one SELECT, `ORDER BY … LIMIT :n` sorts first; a LIMIT in a subquery does not wait for the ORDER BY around it. And of equal medians the name decides: `ORDER BY median_price DESC, neighbourhood_cleansed`."
                .formatted(n));
  }

  private boolean isMean(Map.Entry<String, Double> bar) {
    return isIn(statistic(Rows::mean), bar);
  }

  private static boolean isIn(Map<String, Double> numbers, Map.Entry<String, Double> bar) {
    Double right = numbers.get(bar.getKey());
    return right != null
        && bar.getValue() != null
        && Math.abs(right - bar.getValue()) <= 1e-9 * Math.abs(right);
  }

  private void judgeOrder(DrawnBars drawn) {
    List<String> names = drawn.names();
    expect(names)
        .as("the bars as they are drawn")
        .toSatisfy("the highest median first", bars -> descending(drawn))
        .diagnose(
            "bars-in-alphabet",
            bars -> bars.equals(bars.stream().sorted().toList()),
            "The bars stand in the order of the alphabet. The query sorted its rows, but Vega-Lite sorts names anew unless `sort` says otherwise: `\"sort\": null` keeps the order of the rows, `\"sort\": \"-x\"` sorts by the numbers on x, greatest first.")
        .diagnose(
            "lowest-first",
            bars -> bars.equals(reversed(List.copyOf(right().keySet()))),
            "The bars are drawn with the lowest first. Without a minus, `sort` goes up: `\"-x\"` (or `\"-y\"`) goes down.");
    expect(drawn.fromZero())
        .as("whether the bars begin at 0")
        .toBe(true)
        .diagnose(
            "bars-not-from-zero",
            false,
            "The axis of the bars does not begin at 0, or is not linear. A bar's length is its number: cut off at 80, a bar of 120 is twice as long as one of 100. Leave the scale as it is; where only differences matter, use points.");
  }

  private static boolean descending(DrawnBars drawn) {
    List<DrawnBars.Bar> bars = drawn.bars();
    return IntStream.range(1, bars.size())
        .allMatch(i -> bars.get(i - 1).length() >= bars.get(i).length());
  }

  private static <T> List<T> reversed(List<T> list) {
    return IntStream.range(0, list.size()).mapToObj(i -> list.get(list.size() - 1 - i)).toList();
  }

  private void judgeWords(ChartSpec chart) {
    String dearest = right().keySet().iterator().next();
    expect(chart.title())
        .as("the title")
        .toSatisfy("it says something", title -> !title.isBlank())
        .diagnose(
            "no-title",
            String::isBlank,
            "The chart has no title, so a reader cannot know what the bars are. Add a `title`.");
    expect(chart.description())
        .as("the description")
        .toSatisfy("it names " + dearest, text -> text.contains(dearest))
        .diagnose(
            "no-description",
            String::isBlank,
            "The chart has no `description`. Somebody who cannot see it learns nothing. Say in a sentence what it shows, and name the neighbourhood on top.")
        .diagnose(
            "description-without-message",
            text -> !text.contains(dearest),
            "The description does not name the dearest neighbourhood, so somebody who cannot see the chart misses what it says. Take the name from the first row of the result, not from the picture: tomorrow it is another one.");
  }
}
