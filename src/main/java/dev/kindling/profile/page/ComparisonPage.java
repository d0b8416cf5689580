package dev.kindling.profile.page;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import dev.kindling.plot.page.ChartFigure;
import dev.kindling.profile.report.ColumnDrift;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.DriftAlert;
import j2html.tags.DomContent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison as a page: overview, alerts, the columns side by side. */
public final class ComparisonPage {

  private final Side first;
  private final Side second;
  private final List<DriftAlert> alerts;
  private final List<ColumnDrift> columns;

  /**
   * One of the two frames.
   *
   * @param title what it is called
   * @param rows how many rows it has
   * @param columns its columns
   * @param notes what its figures were taken from
   */
  public record Side(String title, long rows, List<ColumnProfile> columns, List<String> notes) {

    public Side {
      columns = List.copyOf(columns);
      notes = List.copyOf(notes);
    }

    @Nullable ColumnProfile column(String name) {
      return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElse(null);
    }
  }

  /** The parts of a comparison. */
  public ComparisonPage(
      Side first, Side second, List<DriftAlert> alerts, List<ColumnDrift> columns) {
    this.first = first;
    this.second = second;
    this.alerts = List.copyOf(alerts);
    this.columns = List.copyOf(columns);
  }

  /** The page: HTML that needs nothing else, every text escaped. */
  public String render() {
    return new Sheet(first.title() + " and " + second.title())
        .part("overview", "Overview", overview())
        .part("alerts", "Alerts (" + alerts.size() + ")", alerts())
        .part("differences", "Differences", differences())
        .part("variables", "Variables (" + columns.size() + ")", variables())
        .render();
  }

  private DomContent overview() {
    return div(each(
            List.of(first, second),
            side ->
                div(
                    Shown.facts(
                        List.of(
                            Shown.fact("frame", Shown.text(side.title())),
                            Shown.fact("rows", side.rows()),
                            Shown.fact("columns", side.columns().size()))),
                    ul(each(side.notes(), note -> li(ChartFigure.clean(note))))
                        .withClass("notes"))))
        .withClass("cards");
  }

  private DomContent alerts() {
    if (alerts.isEmpty()) {
      return p("No difference is worth an alert.");
    }
    return div(table(
            tbody(
                each(
                    alerts,
                    alert ->
                        tr(
                            td(span(alert.type().name()).withClass("alert")),
                            td(ChartFigure.clean(alert.message())))))))
        .withClass("wide alerts");
  }

  private DomContent differences() {
    return div(table(
            thead(
                tr(
                    th("column"),
                    number("missing"),
                    number("mean, in std"),
                    number("stability index"),
                    number("Jensen–Shannon"))),
            tbody(
                each(
                    columns,
                    drift ->
                        tr(
                            td(Shown.text(drift.name())),
                            td(points(drift.missingDifference())).withClass("number"),
                            td(rounded(drift.meanDifference())).withClass("number"),
                            td(rounded(drift.psi())).withClass("number"),
                            td(rounded(drift.jensenShannon())).withClass("number"))))))
        .withClass("wide");
  }

  private static DomContent number(String heading) {
    return th(heading).withClass("number");
  }

  private static String points(@Nullable Double share) {
    return share == null ? "–" : String.format(java.util.Locale.ROOT, "%+.1f %%", 100 * share);
  }

  private static String rounded(@Nullable Double value) {
    return value == null ? "–" : String.format(java.util.Locale.ROOT, "%.3f", value);
  }

  private DomContent variables() {
    return div(
        each(
            columns,
            drift ->
                div(
                        card(first, drift.name(), "first" + columns.indexOf(drift)),
                        card(second, drift.name(), "second" + columns.indexOf(drift)))
                    .withClass("cards")));
  }

  private static DomContent card(Side side, String name, String id) {
    ColumnProfile column = side.column(name);
    return column == null
        ? div(p("'%s' is not in %s.".formatted(Shown.text(name), Shown.text(side.title()))))
        : div(
            p(Shown.text(side.title())).withClass("type"),
            new ColumnCard(column, List.of(), id).render());
  }
}
