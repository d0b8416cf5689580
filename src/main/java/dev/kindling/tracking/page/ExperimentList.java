package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Api;
import dev.kindling.tracking.protocol.TrackingException;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** All experiments, newest first. */
final class ExperimentList {

  private static final int PER_PAGE = 100;

  private final Api api;

  ExperimentList(Api api) {
    this.api = api;
  }

  String render(Query query) {
    String filter = query.text("filter");
    ObjectNode request = query.request().put("max_results", PER_PAGE);
    request.put("filter", filter);
    String view = query.text("view");
    request.put("view_type", view.isEmpty() ? "ACTIVE_ONLY" : view);
    if (!query.text("page_token").isEmpty()) {
      request.put("page_token", query.text("page_token"));
    }
    DomContent content;
    String next = "";
    try {
      ObjectNode answer = api.call("POST", "experiments/search", request);
      next = answer.path("next_page_token").asText();
      content = experiments(answer.path("experiments"));
    } catch (TrackingException e) {
      content = p(e.getMessage()).withClass("error");
    }
    return Shell.page(
        "Experiments",
        List.of(),
        Forms.filter("/", filter, "name LIKE 'day2/%'", Forms.viewTypes(view)),
        content,
        Forms.next(Link.to().with("filter", filter).with("view", view), next));
  }

  private static DomContent experiments(JsonNode experiments) {
    List<JsonNode> rows = new ArrayList<>();
    experiments.forEach(rows::add);
    if (rows.isEmpty()) {
      return p("No experiment is here yet: a program makes one with createExperiment.");
    }
    return div(table(
            thead(tr(th("Name"), th("Id"), th("Created"), th("Last changed"), th("Stage"))),
            tbody(
                each(
                    rows,
                    row ->
                        tr(
                            td(
                                a(row.path("name").asText())
                                    .withHref(
                                        Link.to("experiments", row.path("experiment_id").asText())
                                            .toString())),
                            td(row.path("experiment_id").asText()),
                            td(Shown.time(row.path("creation_time").asLong())),
                            td(Shown.time(row.path("last_update_time").asLong())),
                            td(row.path("lifecycle_stage").asText()))))))
        .withClass("wide");
  }
}
