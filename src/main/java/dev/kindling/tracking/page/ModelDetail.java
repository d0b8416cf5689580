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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.page.Shell.Crumb;
import dev.kindling.tracking.protocol.Api;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A registered model with its versions, their stages, aliases and tags. */
final class ModelDetail {

  private static final int MOST_VERSIONS = 1000;

  private final Api api;

  ModelDetail(Api api) {
    this.api = api;
  }

  String render(String name, Query query) {
    JsonNode model =
        api.call("GET", "registered-models/get", query.request().put("name", name))
            .path("registered_model");
    Map<String, List<String>> aliases = new HashMap<>();
    for (JsonNode alias : model.path("aliases")) {
      aliases
          .computeIfAbsent(alias.path("version").asText(), version -> new ArrayList<>())
          .add("@" + alias.path("alias").asText());
    }
    return Shell.page(
        name,
        List.of(new Crumb("Models", Link.to("models"))),
        p(model.path("description").asText()),
        tags(model),
        h2("Versions"),
        versions(name, query, aliases));
  }

  private static DomContent tags(JsonNode model) {
    Map<String, String> tags = RunRow.pairs(model.path("tags"));
    return tags.isEmpty() ? text("") : p("Tags: " + joined(tags));
  }

  private static String joined(Map<String, String> tags) {
    List<String> texts = new ArrayList<>();
    tags.forEach((key, value) -> texts.add(key + " = " + value));
    return String.join(", ", texts);
  }

  private DomContent versions(String name, Query query, Map<String, List<String>> aliases) {
    ObjectNode request = query.request().put("max_results", MOST_VERSIONS);
    request.put("filter", "name = '%s'".formatted(name));
    request.putArray("order_by").add("version_number DESC");
    List<JsonNode> versions = new ArrayList<>();
    api.call("GET", "model-versions/search", request).path("model_versions").forEach(versions::add);
    if (versions.isEmpty()) {
      return p("It has no version yet.");
    }
    return div(table(
            thead(
                tr(
                    th("Version"),
                    th("Stage"),
                    th("Aliases"),
                    th("Status"),
                    th("Created"),
                    th("Run"),
                    th("Tags"),
                    th("Description"))),
            tbody(each(versions, version -> row(version, aliases)))))
        .withClass("wide");
  }

  private static DomContent row(JsonNode version, Map<String, List<String>> aliases) {
    String number = version.path("version").asText();
    String run = version.path("run_id").asText();
    return tr(
        td(number),
        td(version.path("current_stage").asText()),
        td(String.join(", ", aliases.getOrDefault(number, List.of()))),
        td(version.path("status").asText()),
        td(Shown.time(version.path("creation_timestamp").asLong())),
        td(
            run.isEmpty()
                ? text(version.path("source").asText())
                : a(run.substring(0, Math.min(8, run.length())))
                    .withHref(Link.to("runs", run).toString())),
        td(joined(RunRow.pairs(version.path("tags")))),
        td(version.path("description").asText()));
  }
}
