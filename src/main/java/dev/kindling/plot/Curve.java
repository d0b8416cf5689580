package dev.kindling.plot;

import dev.kindling.plot.spec.SpecDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines over a square or a strip, with a straight one to compare them with.
 *
 * @param series the field that tells one line from another
 * @param x the field and title of the axis below, from 0 to 1
 * @param y the field and title of the axis to the left
 */
record Curve(SpecDraft draft, String series, String x, String y) {

  static Curve of(String series, String x, String y) {
    SpecDraft draft = new SpecDraft("line").mark("interpolate", "linear");
    var across = draft.encode("x", x, "quantitative", x);
    across.putObject("scale").putArray("domain").add(0).add(1);
    draft.encode("y", y, "quantitative", y).putObject("scale").put("zero", true);
    // In the order of the rows: what a curve is compared with comes last.
    draft.encode("color", series, "nominal", series).putNull("sort");
    return new Curve(draft, series, x, y);
  }

  void point(String line, double along, double up) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put(x, along);
    cells.put(y, up);
    cells.put(series, line);
    draft.row(cells);
  }

  /** A straight line. */
  void reference(String line, double from, double to) {
    List.of(0, 1).forEach(end -> point(line, end, end == 0 ? from : to));
  }
}
