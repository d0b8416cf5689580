package dev.kindling.profile.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import dev.kindling.plot.page.ChartFigure;
import dev.kindling.plot.page.StylePolicy;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** A page of parts with a way to each. Nothing comes from elsewhere, and there is no script. */
final class Sheet {

  private static final String CSS =
      ChartFigure.CSS
          + """
          body { max-width: 64rem; margin: 0 auto; padding: 0 1rem 4rem; }
          h1 { margin: 1.5rem 0 0.5rem; overflow-wrap: anywhere; }
          h2 { margin: 2.5rem 0 0.5rem; border-bottom: 1px solid var(--rule); }
          h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
          nav { position: sticky; top: 0; background: var(--back); padding: 0.5rem 0; z-index: 1;
            border-bottom: 1px solid var(--rule); display: flex; flex-wrap: wrap; column-gap: 1rem; }
          nav a { white-space: nowrap; }
          a { color: var(--c0); }
          section { scroll-margin-top: 4.5rem; }
          .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); }
          .chart { grid-column: 1 / -1; max-width: 36rem; }
          .wide { overflow-x: auto; }
          table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
          th, td { text-align: left; padding: 0.15rem 0.6rem 0.15rem 0; vertical-align: top;
            border-bottom: 1px solid var(--rule); overflow-wrap: anywhere; }
          th { font-weight: normal; color: var(--soft); }
          td.number, th.number { text-align: right; font-variant-numeric: tabular-nums;
            overflow-wrap: normal; }
          .column { border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.8rem 1rem;
            margin: 1rem 0; scroll-margin-top: 4.5rem; }
          .type { color: var(--soft); font-size: 0.9rem; margin: 0 0 0.5rem; overflow-wrap: anywhere; }
          .alert { display: inline-block; border: 1px solid var(--c1); color: var(--c1);
            border-radius: 0.3rem; padding: 0 0.4rem; margin: 0 0.4rem 0.2rem 0; font-size: 0.8rem;
            white-space: nowrap; }
          .alerts td:first-child { white-space: nowrap; }
          .notes { color: var(--soft); }
          """;

  private record Part(String id, String title, List<DomContent> content) {}

  private final String title;
  private final List<Part> parts = new ArrayList<>();

  Sheet(String title) {
    this.title = ChartFigure.clean(title);
  }

  /** Adds a part. */
  Sheet part(String id, String heading, DomContent... content) {
    parts.add(new Part(id, heading, List.of(content)));
    return this;
  }

  String render() {
    return "<!doctype html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent(StylePolicy.of(CSS)),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    title(title),
                    style(rawHtml(CSS))),
                body(
                    h1(title),
                    nav(each(parts, part -> a(part.title()).withHref("#" + part.id()))),
                    main(
                        each(
                            parts,
                            part ->
                                section(h2(part.title()), each(part.content(), item -> item))
                                    .withId(part.id())))))
            .withLang("en")
            .render();
  }
}
