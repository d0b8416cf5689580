package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of pages that ask for something. */
final class Forms {

  private static final Map<String, String> VIEWS = new LinkedHashMap<>();

  static {
    VIEWS.put("ACTIVE_ONLY", "active");
    VIEWS.put("DELETED_ONLY", "deleted");
    VIEWS.put("ALL", "all");
  }

  private Forms() {}

  /** A box for a filter in MLflow's grammar. */
  static DomContent filter(String action, String value, String example, DomContent... more) {
    return form(
            label(
                text("Filter "),
                input()
                    .withType("text")
                    .withName("filter")
                    .withValue(value)
                    .withPlaceholder(example)
                    .withClass("filter")),
            each(List.of(more), part -> part),
            button("Search"))
        .withAction(action)
        .withMethod("get")
        .withClass("search");
  }

  /** A choice between what is active and what is deleted. */
  static DomContent viewTypes(String chosen) {
    return label(
        text(" Show "),
        select(
                each(
                    VIEWS.entrySet(),
                    view ->
                        option(view.getValue())
                            .withValue(view.getKey())
                            .withCondSelected(view.getKey().equals(chosen))))
            .withName("view"));
  }

  /** A value that the form carries along. */
  static DomContent hidden(String name, String value) {
    return input().withType("hidden").withName(name).withValue(value);
  }

  /** The way to the next page of a list; nothing on the last. */
  static DomContent next(Link here, String token) {
    return token.isEmpty()
        ? text("")
        : p(a("Next page").withHref(here.with("page_token", token).toString())).withClass("next");
  }
}
