package dev.kindling.profile.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.th;
import static j2html.TagCreator.tr;

import dev.kindling.plot.page.ChartFigure;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures and texts are written on a page. */
final class Shown {

  private static final int LONGEST = 80;

  private Shown() {}

  /**
   * A line of a table.
   *
   * @param name what it is
   * @param value as text
   */
  record Fact(String name, String value) {}

  /** Facts one below the other. */
  static DomContent facts(List<Fact> facts) {
    return table(
        tbody(
            each(
                facts,
                fact -> tr(th(text(fact.name())), td(text(fact.value())).withClass("number")))));
  }

  static Fact fact(String name, String value) {
    return new Fact(name, value);
  }

  static Fact fact(String name, long count) {
    return new Fact(name, count(count));
  }

  static Fact fact(String name, @Nullable Double number) {
    return new Fact(name, number(number));
  }

  static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count with its share. */
  static String part(long count, double share) {
    return count == 0 ? "0" : count(count) + " (" + percent(share) + ")";
  }

  static String percent(double share) {
    double percent = 100 * share;
    return percent > 0 && percent < 0.1
        ? "< 0.1 %"
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** A number in six significant digits; a dash for none. */
  static String number(@Nullable Double number) {
    if (number == null) {
      return "–";
    }
    if (number == Math.rint(number) && Math.abs(number) < 1e12) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    double size = Math.abs(number);
    if (size >= 1e9 || size < 1e-4) {
      return String.format(Locale.ROOT, "%.4g", number);
    }
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%,.1f", number);
    }
    return new java.math.BigDecimal(number)
        .round(new java.math.MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }

  static String bytes(long bytes) {
    if (bytes < 10_000) {
      return count(bytes) + " bytes";
    }
    return bytes < 10_000_000 ? count(bytes / 1000) + " kB" : count(bytes / 1_000_000) + " MB";
  }

  /** A text from the data: cleaned, and cut when it is long; blank ones are made visible. */
  static String text(String text) {
    String clean = ChartFigure.clean(text);
    if (clean.isBlank()) {
      return "“" + clean + "”";
    }
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
  }
}
