package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.page.Shell.Crumb;
import dev.kindling.tracking.protocol.Api;
import dev.kindling.tracking.protocol.TrackingException;
import j2html.tags.DomContent;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The runs of an experiment: filtered, sorted by any column, some of them chosen to compare. */
final class RunTable {

  private static final int PER_PAGE = 100;

  private final Api api;

  RunTable(Api api) {
    this.api = api;
  }

  String render(String experiment, Query query) {
    ObjectNode found =
        api.call("GET", "experiments/get", query.request().put("experiment_id", experiment));
    String filter = query.text("filter");
    String view = query.text("view");
    Sorting sorting = new Sorting(query.text("order_by"), here(experiment, filter, view));
    ObjectNode request = query.request().put("max_results", PER_PAGE).put("filter", filter);
    request.putArray("experiment_ids").add(experiment);
    request.put("run_view_type", view.isEmpty() ? "ACTIVE_ONLY" : view);
    if (!sorting.orderBy().isEmpty()) {
      request.putArray("order_by").add(sorting.orderBy());
    }
    if (!query.text("page_token").isEmpty()) {
      request.put("page_token", query.text("page_token"));
    }
    DomContent content;
    String next = "";
    try {
      ObjectNode answer = api.call("POST", "runs/search", request);
      next = answer.path("next_page_token").asText();
      content = runs(RunRow.all(answer.path("runs")), sorting);
    } catch (TrackingException e) {
      content = p(e.getMessage()).withClass("error");
    }
    return Shell.page(
        found.path("experiment").path("name").asText(),
        List.of(new Crumb("Experiments", Link.to())),
        Forms.filter(
            Link.to("experiments", experiment).toString(),
            filter,
            "metrics.rmse < 230 AND params.label = 'price'",
            Forms.hidden("order_by", sorting.orderBy()),
            Forms.viewTypes(view)),
        content,
        Forms.next(here(experiment, filter, view).with("order_by", sorting.orderBy()), next));
  }

  private static Link here(String experiment, String filter, String view) {
    return Link.to("experiments", experiment).with("filter", filter).with("view", view);
  }

  private static DomContent runs(List<RunRow> runs, Sorting sorting) {
    if (runs.isEmpty()) {
      return p("No run is here, or none that the filter lets through.");
    }
    SortedSet<String> metrics = new TreeSet<>();
    SortedSet<String> params = new TreeSet<>();
    runs.forEach(run -> metrics.addAll(run.metrics().keySet()));
    runs.forEach(run -> params.addAll(run.params().keySet()));
    return form(
            div(table(
                    thead(
                        tr(
                            th(),
                            sorting.header("Run", "attributes.run_name"),
                            sorting.header("Status", "attributes.status"),
                            sorting.header("Started", "attributes.start_time"),
                            th("Took"),
                            each(
                                metrics,
                                metric -> sorting.header(metric, "metrics.`" + metric + "`")),
                            each(
                                params, param -> sorting.header(param, "params.`" + param + "`")))),
                    tbody(each(runs, run -> row(run, metrics, params)))))
                .withClass("wide"),
            button("Compare chosen runs"))
        .withAction("/compare")
        .withMethod("get");
  }

  private static DomContent row(RunRow run, SortedSet<String> metrics, SortedSet<String> params) {
    return tr(
        td(
            input()
                .withType("checkbox")
                .withName("run")
                .withValue(run.id())
                .attr("aria-label", "Choose " + run.title())),
        td(a(run.title()).withHref(Link.to("runs", run.id()).toString())),
        td(
            span(run.status())
                .withClass("status " + run.status().toLowerCase(java.util.Locale.ROOT))),
        td(Shown.time(run.start())),
        td(Shown.duration(run.start(), run.end())),
        each(
            metrics,
            metric ->
                td(run.metrics().containsKey(metric) ? Shown.number(run.metrics().get(metric)) : "")
                    .withClass("number")),
        each(params, param -> td(run.params().getOrDefault(param, ""))));
  }
}
