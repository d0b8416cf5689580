package dev.kindling.plot.page;

import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.view.View;
import j2html.tags.DomContent;

/** A chart as a piece of somebody else's page, which must hold {@link #CSS}. */
public final class ChartFigure {

  /** How charts look. */
  public static final String CSS = PageStyle.CSS;

  private ChartFigure() {}

  /**
   * The picture with its description below.
   *
   * @param id tells it from the other charts of the page
   */
  public static DomContent of(ChartSpec spec, String id) {
    return figure(
        new SvgDrawing(View.of(spec)).draw(id),
        figcaption(Svg.clean(spec.description())).withClass("desc"));
  }

  /** The text without what no page may hold: control characters and marks that turn writing. */
  public static String clean(String text) {
    return Svg.clean(text);
  }
}
