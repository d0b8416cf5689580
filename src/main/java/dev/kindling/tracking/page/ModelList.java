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

/** All registered models. */
final class ModelList {

  private static final int PER_PAGE = 100;

  private final Api api;

  ModelList(Api api) {
    this.api = api;
  }

  String render(Query query) {
    String filter = query.text("filter");
    ObjectNode request = query.request().put("max_results", PER_PAGE).put("filter", filter);
    if (!query.text("page_token").isEmpty()) {
      request.put("page_token", query.text("page_token"));
    }
    DomContent content;
    String next = "";
    try {
      ObjectNode answer = api.call("GET", "registered-models/search", request);
      next = answer.path("next_page_token").asText();
      content = models(answer.path("registered_models"));
    } catch (TrackingException e) {
      content = p(e.getMessage()).withClass("error");
    }
    return Shell.page(
        "Models",
        List.of(),
        Forms.filter("/models", filter, "name LIKE '%price%'"),
        content,
        Forms.next(Link.to("models").with("filter", filter), next));
  }

  private static DomContent models(JsonNode models) {
    List<JsonNode> rows = new ArrayList<>();
    models.forEach(rows::add);
    if (rows.isEmpty()) {
      return p("No model is registered here, or none that the filter lets through.");
    }
    return div(table(
            thead(
                tr(
                    th("Name"),
                    th("Latest version"),
                    th("Staging"),
                    th("Production"),
                    th("Aliases"),
                    th("Last changed"))),
            tbody(each(rows, ModelList::row))))
        .withClass("wide");
  }

  private static DomContent row(JsonNode model) {
    String name = model.path("name").asText();
    long latest = 0;
    for (JsonNode version : model.path("latest_versions")) {
      latest = Math.max(latest, version.path("version").asLong());
    }
    List<String> aliases = new ArrayList<>();
    for (JsonNode alias : model.path("aliases")) {
      aliases.add(
          "@%s: %s".formatted(alias.path("alias").asText(), alias.path("version").asText()));
    }
    return tr(
        td(a(name).withHref(Link.to("models", name).toString())),
        td(latest == 0 ? "" : Long.toString(latest)),
        td(inStage(model, "Staging")),
        td(inStage(model, "Production")),
        td(String.join(", ", aliases)),
        td(Shown.time(model.path("last_updated_timestamp").asLong())));
  }

  private static String inStage(JsonNode model, String stage) {
    for (JsonNode version : model.path("latest_versions")) {
      if (version.path("current_stage").asText().equals(stage)) {
        return version.path("version").asText();
      }
    }
    return "";
  }
}
