package dev.kindling.plot.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.p;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.view.View;
import j2html.tags.DomContent;

/**
 * A chart as a piece of somebody else's page, which must hold {@link #CSS} or {@link #CHART_CSS}.
 */
public final class ChartFigure {

  /** How charts and a page of them look. */
  public static final String CSS = PageStyle.CSS;

  /** How charts look, for a page that has a style of its own. */
  public static final String CHART_CSS = PageStyle.CHART;

  private ChartFigure() {}

  /**
   * The picture, with what its colours mean and its description below.
   *
   * @param id tells it from the other charts of the page
   */
  public static DomContent of(ChartSpec spec, String id) {
    View view = View.of(spec);
    return figure(
        new SvgDrawing(view).draw(id),
        figcaption(Legend.of(view), p(Svg.clean(spec.description())).withClass("desc")));
  }

  /** The text without what no page may hold: control characters and marks that turn writing. */
  public static String clean(String text) {
    return Svg.clean(text);
  }
}
