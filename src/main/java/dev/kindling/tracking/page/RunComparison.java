package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import dev.kindling.tracking.page.Shell.Crumb;
import dev.kindling.tracking.protocol.Api;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Some runs side by side: what differs is marked, and metrics with steps are drawn. */
final class RunComparison {

  private static final int MOST = 20;

  private final Api api;

  RunComparison(Api api) {
    this.api = api;
  }

  String render(Query query) {
    List<RunRow> runs = new ArrayList<>();
    for (String id : query.all("run").stream().distinct().limit(MOST).toList()) {
      runs.add(
          RunRow.of(api.call("GET", "runs/get", query.request().put("run_id", id)).path("run")));
    }
    List<Crumb> crumbs = new ArrayList<>(List.of(new Crumb("Experiments", Link.to())));
    if (runs.isEmpty()) {
      return Shell.page(
          "Compare runs", crumbs, p("Choose some runs in the table of an experiment first."));
    }
    crumbs.add(new Crumb("Runs", Link.to("experiments", runs.get(0).experiment())));
    return Shell.page(
        "Compare %d runs".formatted(runs.size()),
        crumbs,
        div(table(
                thead(
                    tr(
                        th(),
                        each(
                            runs,
                            run ->
                                th(
                                    a(run.title())
                                        .withHref(Link.to("runs", run.id()).toString()))))),
                tbody(
                    row("Status", runs, RunRow::status),
                    row("Started", runs, run -> Shown.time(run.start())),
                    row("Took", runs, run -> Shown.duration(run.start(), run.end())),
                    section("Parameters", runs, keys(runs, RunRow::params)),
                    each(
                        keys(runs, RunRow::params),
                        key -> compared(key, runs, run -> run.params().getOrDefault(key, ""))),
                    section("Metrics", runs, keys(runs, RunRow::metrics)),
                    each(
                        keys(runs, RunRow::metrics),
                        key -> compared(key, runs, run -> metric(run, key))))))
            .withClass("wide compare"),
        charts(runs));
  }

  private static String metric(RunRow run, String key) {
    Double value = run.metrics().get(key);
    return value == null ? "" : Shown.number(value);
  }

  private static <T> SortedSet<String> keys(
      List<RunRow> runs, Function<RunRow, Map<String, T>> of) {
    SortedSet<String> keys = new TreeSet<>();
    runs.forEach(run -> keys.addAll(of.apply(run).keySet()));
    return keys;
  }

  private static DomContent section(String title, List<RunRow> runs, SortedSet<String> keys) {
    return keys.isEmpty()
        ? text("")
        : tr(th(title).attr("colspan", runs.size() + 1).withClass("section"));
  }

  private static TrTag row(String name, List<RunRow> runs, Function<RunRow, String> value) {
    return tr(th(name), each(runs, run -> td(value.apply(run)).withClass("value")));
  }

  /** A row that is marked when its values differ. */
  private static TrTag compared(String name, List<RunRow> runs, Function<RunRow, String> value) {
    boolean differs = new HashSet<>(runs.stream().map(value).toList()).size() > 1;
    return row(name, runs, value).withClass(differs ? "differs" : "same");
  }

  private DomContent charts(List<RunRow> runs) {
    MetricLines lines = new MetricLines(api);
    List<DomContent> charts = new ArrayList<>();
    for (String metric : keys(runs, RunRow::metrics)) {
      MetricChart chart = lines.chart(metric, runs);
      if (chart.worthDrawing()) {
        charts.add(chart.render("chart" + (charts.size() + 1)));
      }
    }
    return charts.isEmpty() ? text("") : each(h2("Metrics by step"), each(charts, chart -> chart));
  }
}
