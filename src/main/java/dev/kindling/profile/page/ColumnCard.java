package dev.kindling.profile.page;

import static dev.kindling.profile.page.Shown.fact;
import static j2html.TagCreator.article;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import dev.kindling.plot.page.ChartFigure;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.profile.page.Shown.Fact;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Frequency;
import dev.kindling.profile.report.NumberSummary;
import dev.kindling.profile.report.Quantiles;
import dev.kindling.profile.report.SeriesSummary;
import dev.kindling.profile.report.TextSummary;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column: its figures, its most frequent values, its chart. */
final class ColumnCard {

  private static final String NONE = "–";

  private final ColumnProfile column;
  private final List<Alert> alerts;
  private final String id;

  /**
   * @param alerts those of this column
   * @param id tells it from the other cards of the page
   */
  ColumnCard(ColumnProfile column, List<Alert> alerts, String id) {
    this.column = column;
    this.alerts = List.copyOf(alerts);
    this.id = id;
  }

  DomContent render() {
    List<DomContent> blocks = new ArrayList<>();
    blocks.add(div(Shown.facts(counts())));
    List<Fact> details = details();
    if (!details.isEmpty()) {
      blocks.add(div(Shown.facts(details)));
    }
    if (!column.mostFrequent().isEmpty()) {
      blocks.add(div(frequencies()).withClass("wide"));
    }
    ChartSpec chart = Charts.distribution(column);
    if (chart != null) {
      blocks.add(div(ChartFigure.of(chart, id)).withClass("chart"));
    }
    return article(
            h3(Shown.text(column.name())),
            p(column.kind().label() + " · " + Shown.text(column.type())).withClass("type"),
            p(
                each(
                    alerts.stream().map(Alert::type).distinct().toList(),
                    type -> span(type.name()).withClass("alert"))),
            div(each(blocks, block -> block)).withClass("cards"))
        .withClass("column")
        .withId(id);
  }

  private List<Fact> counts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("values", column.count()));
    facts.add(fact("missing", Shown.part(column.missing(), column.missingShare())));
    if (column.distinct() != null && column.distinctShare() != null) {
      facts.add(
          fact("distinct, without missing", Shown.part(column.distinct(), column.distinctShare())));
    }
    if (column.numbers() != null) {
      NumberSummary numbers = column.numbers();
      facts.add(fact("zeros", Shown.part(numbers.zeros(), numbers.zeroShare())));
      facts.add(fact("negative", numbers.negative()));
      facts.add(fact("infinite", numbers.infinite()));
      facts.add(fact("NaN", numbers.nan()));
    }
    if (column.imbalance() != null) {
      facts.add(fact("imbalance", column.imbalance()));
    }
    return facts;
  }

  private List<Fact> details() {
    List<Fact> facts = new ArrayList<>();
    if (column.numbers() != null) {
      numbers(column.numbers(), facts);
    }
    if (column.dates() != null) {
      facts.add(fact("first", orNone(column.dates().first())));
      facts.add(fact("last", orNone(column.dates().last())));
      facts.add(fact("range in days", column.dates().rangeDays()));
    }
    TextSummary texts = column.texts();
    if (texts != null && texts.shortest() != null && texts.longest() != null) {
      facts.add(fact("shortest", texts.shortest()));
      facts.add(fact("mean length", texts.meanLength()));
      facts.add(fact("longest", texts.longest()));
    }
    if (column.series() != null) {
      series(column.series(), facts);
    }
    return facts;
  }

  private static String orNone(@Nullable String text) {
    return text == null ? NONE : text;
  }

  private static void numbers(NumberSummary numbers, List<Fact> facts) {
    Quantiles quantiles = numbers.quantiles();
    facts.add(fact("mean", numbers.mean()));
    facts.add(fact("std (sample, n − 1)", numbers.std()));
    facts.add(fact("min", numbers.min()));
    facts.add(fact("5 %", quantiles.q05()));
    facts.add(fact("25 %", quantiles.q25()));
    facts.add(fact("50 % (median)", quantiles.q50()));
    facts.add(fact("75 %", quantiles.q75()));
    facts.add(fact("95 %", quantiles.q95()));
    facts.add(fact("max", numbers.max()));
    facts.add(fact("skewness", numbers.skewness()));
    facts.add(fact("excess kurtosis", numbers.kurtosis()));
  }

  private static void series(SeriesSummary series, List<Fact> facts) {
    facts.add(fact("points in time", series.points()));
    facts.add(fact("Dickey–Fuller", series.dickeyFuller()));
    facts.add(
        fact(
            "stationary", series.stationary() == null ? NONE : series.stationary() ? "yes" : "no"));
    series
        .autocorrelations()
        .forEach(
            lag -> facts.add(fact("autocorrelation, lag " + lag.lag(), lag.autocorrelation())));
  }

  /** The most frequent values; the missing ones have a line of their own. */
  private DomContent frequencies() {
    return table(
        thead(
            tr(
                th(column.frequenciesComplete() ? "value" : "value (those that repeat)"),
                th("rows").withClass("number"),
                th("of values").withClass("number"))),
        tbody(
            each(column.mostFrequent(), this::line),
            column.missing() == 0
                ? text("")
                : tr(
                    td("(missing)"),
                    td(Shown.count(column.missing())).withClass("number"),
                    td(NONE).withClass("number"))));
  }

  private DomContent line(Frequency frequency) {
    return tr(
        td(Shown.text(frequency.value())),
        td(Shown.count(frequency.count())).withClass("number"),
        td(Shown.percent(frequency.share())).withClass("number"));
  }
}
