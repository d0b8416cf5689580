package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.page.Shell.Crumb;
import dev.kindling.tracking.protocol.Api;
import dev.kindling.tracking.protocol.TrackingException;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All about one run. */
final class RunDetail {

  private static final String PARENT = "mlflow.parentRunId";

  private final Api api;

  RunDetail(Api api) {
    this.api = api;
  }

  String render(String id, Query query) {
    ObjectNode request = query.request().put("run_id", id);
    JsonNode answer = api.call("GET", "runs/get", request).path("run");
    RunRow run = RunRow.of(answer);
    return Shell.page(
        run.title(),
        List.of(
            new Crumb("Experiments", Link.to()),
            new Crumb("Runs", Link.to("experiments", run.experiment()))),
        facts(run),
        pairs("Parameters", run.params()),
        metrics(run),
        charts(run),
        datasets(answer.path("inputs").path("dataset_inputs")),
        pairs("Tags", run.tags()),
        artifacts(run, query.text("path")));
  }

  private static DomContent facts(RunRow run) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Run id", run.id());
    facts.put("Status", run.status());
    facts.put("Started", Shown.time(run.start()));
    facts.put("Ended", Shown.time(run.end()));
    facts.put("Took", Shown.duration(run.start(), run.end()));
    facts.put("User", run.user());
    if (run.stage().equals("deleted")) {
      facts.put("Stage", "deleted");
    }
    String parent = run.tags().get(PARENT);
    return section(
        rows(facts),
        iff(
            parent != null,
            p(text("Part of run "), a(parent).withHref(Link.to("runs", parent + "").toString()))));
  }

  private static DomContent pairs(String title, Map<String, String> pairs) {
    return pairs.isEmpty() ? text("") : section(h2(title), rows(pairs));
  }

  private static DomContent rows(Map<String, String> pairs) {
    return div(table(
            tbody(
                each(
                    pairs.entrySet(),
                    pair -> tr(th(pair.getKey()), td(pair.getValue()).withClass("value"))))))
        .withClass("wide");
  }

  private static DomContent metrics(RunRow run) {
    Map<String, String> shown = new LinkedHashMap<>();
    run.metrics().forEach((key, value) -> shown.put(key, Shown.number(value)));
    return pairs("Metrics", shown);
  }

  private DomContent charts(RunRow run) {
    List<DomContent> charts = new ArrayList<>();
    MetricLines lines = new MetricLines(api);
    for (String metric : run.metrics().keySet()) {
      MetricChart chart = lines.chart(metric, List.of(run));
      if (chart.worthDrawing()) {
        charts.add(chart.render("chart" + (charts.size() + 1)));
      }
    }
    return each(charts, chart -> chart);
  }

  private static DomContent datasets(JsonNode inputs) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (JsonNode input : inputs) {
      JsonNode dataset = input.path("dataset");
      String context = RunRow.pairs(input.path("tags")).getOrDefault("mlflow.data.context", "");
      shown.put(
          dataset.path("name").asText(),
          "%s %s (%s)"
              .formatted(context, dataset.path("digest").asText(), dataset.path("source").asText())
              .strip());
    }
    return pairs("Datasets", shown);
  }

  private DomContent artifacts(RunRow run, String path) {
    ObjectNode request = new Query(Map.of()).request().put("run_id", run.id());
    if (!path.isEmpty()) {
      request.put("path", path);
    }
    try {
      List<JsonNode> files = new ArrayList<>();
      api.call("GET", "artifacts/list", request).path("files").forEach(files::add);
      if (files.isEmpty()) {
        return section(h2("Artifacts"), p("None."));
      }
      return section(
          h2("Artifacts"),
          iff(
              !path.isEmpty(),
              p(a("Up").withHref(Link.to("runs", run.id()).with("path", above(path)).toString()))),
          div(table(tbody(each(files, file -> file(run, file))))).withClass("wide"));
    } catch (TrackingException e) {
      return section(h2("Artifacts"), p(e.getMessage()).withClass("error"));
    }
  }

  private static String above(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  private static DomContent file(RunRow run, JsonNode file) {
    String path = file.path("path").asText();
    boolean folder = file.path("is_dir").asBoolean();
    Link link =
        folder
            ? Link.to("runs", run.id()).with("path", path)
            : Link.to("get-artifact").with("run_id", run.id()).with("path", path);
    return tr(
        td(
            a(path.substring(path.lastIndexOf('/') + 1) + (folder ? "/" : ""))
                .withHref(link.toString())),
        td(folder ? "" : Shown.bytes(file.path("file_size").asLong())).withClass("number"));
  }
}
