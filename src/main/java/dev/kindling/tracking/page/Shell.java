package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import java.util.List;

/** What is around every page. */
final class Shell {

  /** A step back up. */
  record Crumb(String name, Link link) {}

  private Shell() {}

  static String page(String title, List<Crumb> crumbs, DomContent... content) {
    return "<!doctype html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    title(title + " - Kindling"),
                    link().withRel("stylesheet").withHref("/page.css")),
                body(
                    header(
                        nav(
                            a("Experiments").withHref("/"),
                            text(" "),
                            a("Models").withHref("/models"))),
                    main(
                        nav(each(
                                crumbs,
                                crumb ->
                                    each(
                                        a(crumb.name()).withHref(crumb.link().toString()),
                                        text(" / "))))
                            .withClass("crumbs"),
                        h1(title),
                        each(content))))
            .withLang("en")
            .render();
  }
}
