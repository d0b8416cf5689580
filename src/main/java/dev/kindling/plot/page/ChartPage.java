package dev.kindling.plot.page;

import static j2html.TagCreator.body;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.title;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.view.View;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** Charts as one page of HTML that stands alone. */
public final class ChartPage {

  private final String title;
  private final List<ChartSpec> charts;

  /**
   * @param title of the page
   * @param charts in their order
   */
  public ChartPage(String title, List<ChartSpec> charts) {
    this.title = title;
    this.charts = List.copyOf(charts);
  }

  /** The page: no scripts, nothing from elsewhere, every text escaped. */
  public String render() {
    List<DomContent> sections = new ArrayList<>();
    for (int i = 0; i < charts.size(); i++) {
      sections.add(chart(charts.get(i), "chart" + (i + 1)));
    }
    return "<!doctype html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta()
                        .attr("http-equiv", "Content-Security-Policy")
                        .withContent(StylePolicy.of(PageStyle.CSS)),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    title(Svg.clean(title)),
                    style(rawHtml(PageStyle.CSS))),
                body(h1(Svg.clean(title)), each(sections, section -> section)))
            .withLang("en")
            .render();
  }

  private static ContainerTag<?> chart(ChartSpec spec, String id) {
    View view = View.of(spec);
    return section(
        h2(Svg.clean(view.title())),
        each(view.subtitle(), line -> p(Svg.clean(line)).withClass("sub")),
        ChartFigure.of(spec, id),
        details(
            summary("The specification (Vega-Lite): paste it into any Vega editor"),
            pre(spec.json())));
  }
}
