package dev.kindling.profile.page;

import static dev.kindling.profile.page.Shown.fact;
import static j2html.TagCreator.a;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import dev.kindling.plot.page.ChartFigure;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.profile.page.Shown.Fact;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.Basis;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.CorrelationMatrix;
import dev.kindling.profile.report.Correlations;
import dev.kindling.profile.report.Overview;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A profile as a page: overview, alerts, variables, correlations, missing values. */
public final class ProfilePage {

  private final String title;
  private final Overview overview;
  private final Basis basis;
  private final List<Alert> alerts;
  private final List<ColumnProfile> columns;
  private final Correlations correlations;

  /** The parts of a profile. */
  public ProfilePage(
      String title,
      Overview overview,
      Basis basis,
      List<Alert> alerts,
      List<ColumnProfile> columns,
      Correlations correlations) {
    this.title = title;
    this.overview = overview;
    this.basis = basis;
    this.alerts = List.copyOf(alerts);
    this.columns = List.copyOf(columns);
    this.correlations = correlations;
  }

  /** The page: HTML that needs nothing else, every text escaped. */
  public String render() {
    return new Sheet(title)
        .part("overview", "Overview", overview())
        .part("alerts", "Alerts (" + alerts.size() + ")", alerts())
        .part("variables", "Variables (" + columns.size() + ")", variables())
        .part("correlations", "Correlations", correlations())
        .part("missing", "Missing values", missing())
        .render();
  }

  private DomContent overview() {
    List<Fact> kinds =
        overview.kinds().entrySet().stream()
            .map(kind -> fact(kind.getKey().label(), kind.getValue()))
            .toList();
    List<Fact> facts =
        List.of(
            fact("rows", overview.rows()),
            fact("columns", overview.columns()),
            fact("cells", overview.cells()),
            fact("missing cells", Shown.part(overview.missingCells(), overview.missingShare())),
            fact(
                "rows that repeat an earlier one",
                Shown.part(overview.duplicateRows(), overview.duplicateShare())),
            fact("estimated size", Shown.bytes(overview.estimatedBytes())));
    return div(
        div(div(Shown.facts(facts)), div(Shown.facts(kinds))).withClass("cards"),
        ul(each(basis.notes(), note -> li(ChartFigure.clean(note)))).withClass("notes"));
  }

  private DomContent alerts() {
    if (alerts.isEmpty()) {
      return p("Nothing is worth an alert.");
    }
    return div(table(
            tbody(
                each(
                    alerts,
                    alert ->
                        tr(td(span(alert.type().name()).withClass("alert")), td(message(alert)))))))
        .withClass("wide alerts");
  }

  private DomContent message(Alert alert) {
    String words = ChartFigure.clean(alert.message());
    int place = place(alert.column());
    return place < 0 ? text(words) : a(words).withHref("#" + id(place));
  }

  private int place(@Nullable String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .findFirst()
        .orElse(-1);
  }

  /** By number: a name can hold anything. */
  private static String id(int column) {
    return "column" + (column + 1);
  }

  private DomContent variables() {
    List<DomContent> cards = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      ColumnProfile column = columns.get(i);
      List<Alert> own = alerts.stream().filter(alert -> alert.concerns(column.name())).toList();
      cards.add(new ColumnCard(column, own, id(i)).render());
    }
    return cards.isEmpty() ? p("The frame has no columns.") : div(each(cards, card -> card));
  }

  private DomContent correlations() {
    List<DomContent> charts = new ArrayList<>();
    matrix(charts, "Pearson's correlation", correlations.pearson(), true);
    matrix(charts, "Spearman's correlation", correlations.spearman(), true);
    matrix(charts, "Cramér's V", correlations.cramersV(), false);
    return charts.isEmpty()
        ? p("No two columns can be correlated.")
        : div(each(charts, chart -> chart));
  }

  private static void matrix(
      List<DomContent> charts, String name, CorrelationMatrix matrix, boolean signed) {
    if (matrix.columns().size() > 1) {
      charts.add(j2html.TagCreator.h3(name));
      charts.add(
          ChartFigure.of(Charts.matrix(name, matrix, signed), "matrix" + (charts.size() / 2 + 1)));
    }
  }

  private DomContent missing() {
    ChartSpec chart = Charts.missing(columns);
    return chart == null ? p("No cell is missing.") : ChartFigure.of(chart, "missing-chart");
  }
}
