package day2.sqlcharts.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.data.Table;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges a bar chart, given the medians of all neighbourhoods, the highest first. */
record DearestBars(Table medians, int n) {

  private static final String NAME = "neighbourhood_cleansed";

  private record Bar(String name, Double length) {
    Bar(String name, Object length) {
      this(name, length instanceof Double size ? size : (Double) Double.NaN);
    }
  }

  void judge(ChartSpec chart) {
    expect(chart.mark())
        .as("the mark")
        .toBe("bar")
        .help(
            "Names are separate things: a line from one to the next says that there is something in between. Use the mark `bar`.");
    boolean upright = chart.encodes("x") && chart.encoding("x").discrete();
    Encoding name = compute("the axes", () -> chart.encoding(upright ? "x" : "y"));
    Encoding length = compute("the axes", () -> chart.encoding(upright ? "y" : "x"));
    expect(length.quantitative() && length.field() != null && length.bin() == null)
        .as(
            "whether one axis has the neighbourhoods (nominal) and the other numbers (quantitative)")
        .toBe(true)
        .help(
            "A price that is `nominal` or `ordinal` is a label: the bars have no length, and 90 and 900 are as far apart as 90 and 91. Numbers are `quantitative`.");
    List<Bar> rows =
        chart.rows().stream()
            .map(row -> new Bar("" + row.get(name.field()), row.get(length.field())))
            .toList();
    judgeRows(rows);
    judgeOrder(ordered(rows, chart.definition(name.channel()).path("sort"), length));
    expect(fromZero(chart.definition(length.channel()).path("scale")))
        .as("whether the bars begin at 0, on a linear axis,")
        .toBe(true)
        .help(
            "A bar's length is its number: cut off at 80, a bar of 120 is twice as long as one of 100. Leave the scale as it is; where only differences matter, use points.");
    expect(chart.title())
        .as("the title")
        .toSatisfy("it says something", title -> !title.isBlank())
        .help("Without a title a reader cannot know what the bars are. Add a `title`.");
    String dearest = medians.at(0).text(NAME);
    expect(chart.description())
        .as("the description")
        .toSatisfy("it names the dearest neighbourhood, " + dearest, text -> text.contains(dearest))
        .help(
            "Somebody who cannot see the chart learns only what its `description` says. Take the name from the first row of the result, not from the picture: tomorrow it is another one.");
  }

  private void judgeRows(List<Bar> rows) {
    Map<Object, Object> found = new HashMap<>();
    rows.forEach(bar -> found.put(bar.name(), bar.length()));
    expect(rows.size())
        .as("the number of rows in the chart")
        .toBe(n)
        .diagnose(
            "rows-not-grouped",
            size -> found.size() < size.intValue(),
            "Neighbourhoods come more than once in the rows of the chart: it carries single listings, and whoever opens it gets all of them. Query first: one row per bar.")
        .help("Add `LIMIT :n` at the end of the query, after `ORDER BY`.");
    expect(found)
        .as("the bars")
        .toHaveEntries(medians.head(n).lookup(NAME, "median"))
        .diagnose(
            "limit-before-order",
            bars -> medians.lookup(NAME, "median").entrySet().containsAll(bars.entrySet()),
            "These are the right medians of the wrong neighbourhoods: `LIMIT` took the first rows before they were in order. Within one SELECT, `ORDER BY … LIMIT :n` sorts first; a LIMIT in a subquery does not wait for the ORDER BY around it. And of equal medians the name decides: `ORDER BY median_price DESC, neighbourhood_cleansed`.");
  }

  private void judgeOrder(List<Bar> drawn) {
    List<Object> lengths = new ArrayList<>();
    drawn.forEach(bar -> lengths.add(bar.length()));
    expect(lengths)
        .as("the bars as they are drawn")
        .toHaveElementsInOrder(medians.head(n).column("median"))
        .diagnose(
            "bars-in-alphabet",
            bars -> drawn.equals(drawn.stream().sorted(Comparator.comparing(Bar::name)).toList()),
            "The bars stand in the order of the alphabet. The query sorted its rows, but Vega-Lite sorts names anew unless `sort` says otherwise: `\"sort\": null` keeps the order of the rows, `\"sort\": \"-x\"` sorts by the numbers on x, greatest first.")
        .help(
            "Without a minus, `sort` goes up: `\"-x\"` (or `\"-y\"`) goes down, and so does `\"order\": \"descending\"` beside a field.");
  }

  /** As Vega-Lite draws them: names are sorted but with null, and by what is said. */
  private static List<Bar> ordered(List<Bar> rows, JsonNode sort, Encoding length) {
    List<String> listed = new ArrayList<>();
    sort.forEach(item -> listed.add(item.asText()));
    String by =
        sort.isObject()
            ? sort.path("encoding").asText() + sort.path("field").asText()
            : sort.asText().replaceFirst("^-", "");
    boolean down = (sort.asText() + sort.path("order").asText()).matches("-.*|descending");
    boolean byLength = by.equals(length.channel()) || by.equals(length.field());
    Comparator<Bar> order =
        sort.isArray()
            ? Comparator.comparing(bar -> listed.indexOf(bar.name()) & 0xFFFFL)
            : byLength ? Comparator.comparing(Bar::length) : Comparator.comparing(Bar::name);
    return sort.isNull() ? rows : rows.stream().sorted(down ? order.reversed() : order).toList();
  }

  private static boolean fromZero(JsonNode scale) {
    double least = scale.path("domainMin").asDouble(scale.path("domain").path(0).asDouble(0));
    return scale.path("zero").asBoolean(true)
        && least == 0
        && scale.path("type").asText("linear").equals("linear");
  }
}
