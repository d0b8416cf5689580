package dev.kindling.plot.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import dev.kindling.plot.view.NumberText;
import dev.kindling.plot.view.Shading;
import dev.kindling.plot.view.View;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** What the colours of a chart mean. */
final class Legend {

  private static final int SHADES = 24;

  private Legend() {}

  /** A line of words and colours; empty where there is only one. */
  static DomContent of(View view) {
    if (view.shading() != null) {
      return shades(view.shading());
    }
    List<DomContent> keys = new ArrayList<>();
    for (int i = 0; i < view.groups().size(); i++) {
      keys.add(span(Svg.clean(view.groups().get(i))).withClass("key " + SvgDrawing.colour(i)));
      keys.add(text(" "));
    }
    return p(each(keys, key -> key));
  }

  private static DomContent shades(Shading shading) {
    List<DomContent> steps = new ArrayList<>();
    for (int i = 0; i < SHADES; i++) {
      double shade = i / (SHADES - 1.0);
      steps.add(
          Svg.rect(i * 10, 0, 10, 20, "cell")
              .attr("fill", Shades.colour(shade, shading.diverging())));
    }
    return p(
        text(Svg.clean(shading.title()) + ": " + NumberText.of(shading.low())),
        Svg.element("svg")
            .attr("viewBox", "0 0 %d 20".formatted(SHADES * 10))
            .attr("class", "scale")
            .attr("aria-hidden", "true")
            .attr("preserveAspectRatio", "none")
            .with(each(steps, step -> step)),
        text(NumberText.of(shading.high())));
  }
}
