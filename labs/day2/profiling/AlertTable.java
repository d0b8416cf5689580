package day2.profiling;

import static dev.kindling.check.Expect.expect;

import java.util.List;
import java.util.function.Predicate;

/** Figures at, below and beyond each limit, with the alerts they deserve. */
final class AlertTable {

  private AlertTable() {}

  private static Figures figures(
      String column, String kind, long missing, long distinct, long zeros, Double skewness) {
    return new Figures(
        column, kind, 1000, missing, distinct, zeros, 0, skewness, List.of(), null, 0, 0, false);
  }

  private static Figures texts(
      String column, long distinct, List<Long> frequencies, int shortest, int longest) {
    return new Figures(
        column,
        "categorical",
        1000,
        0,
        distinct,
        0,
        0,
        null,
        frequencies,
        0.5,
        shortest,
        longest,
        false);
  }

  /** Every rule just not kept, and just kept. */
  static final List<Figures> FIGURES =
      List.of(
          figures("few_gaps", "numeric", 10, 300, 0, 1.0),
          figures("gaps", "numeric", 11, 300, 0, 1.0),
          figures("none", "numeric", 1000, 0, 0, null),
          figures("always", "numeric", 0, 1, 0, null),
          figures("now_and_then", "numeric", 600, 1, 0, null),
          figures("key", "numeric", 0, 1000, 0, 0.0),
          figures("part_key", "numeric", 400, 600, 0, 0.0),
          figures("few_zeros", "numeric", 0, 300, 10, 1.0),
          figures("zeros", "numeric", 0, 300, 11, 1.0),
          figures("zeros_of_few", "numeric", 900, 80, 5, 1.0),
          figures("right", "numeric", 0, 300, 0, 20.5),
          figures("left", "numeric", 0, 300, 0, -20.5),
          figures("not_yet", "numeric", 0, 300, 0, -20.0),
          figures("list", "unsupported", 0, 0, 0, null),
          figures("lists", "unsupported", 500, 0, 0, null),
          figures("day", "date", 0, 300, 0, null),
          new Figures("odd", "numeric", 1000, 0, 300, 0, 1, 1.0, List.of(), null, 0, 0, false),
          new Figures("even", "numeric", 1000, 0, 100, 0, 0, 0.0, List.of(), 0.9995, 0, 0, false),
          new Figures("nearly", "numeric", 1000, 0, 100, 0, 0, 0.0, List.of(), 0.999, 0, 0, false),
          new Figures(
              "flag", "boolean", 1000, 0, 2, 0, 0, null, List.of(980L, 20L), 0.0, 0, 0, false),
          new Figures(
              "coin", "boolean", 1000, 0, 2, 0, 0, null, List.of(700L, 300L), 0.0, 0, 0, false),
          new Figures(
              "often", "boolean", 1000, 0, 2, 0, 0, null, List.of(850L, 150L), 0.0, 0, 0, false),
          new Figures(
              "told_rarely",
              "boolean",
              1000,
              900,
              2,
              0,
              0,
              null,
              List.of(60L, 40L),
              0.0,
              0,
              0,
              false),
          new Figures("only_row", "numeric", 1, 0, 1, 0, 0, null, List.of(), null, 0, 0, false),
          texts("mostly", 4, List.of(900L, 40L, 40L, 20L), 3, 9),
          texts("towns", 51, List.of(500L, 500L), 3, 9),
          texts("fifty", 50, List.of(500L, 500L), 3, 9),
          texts("code", 3, List.of(400L, 300L, 300L), 4, 4),
          texts("two_codes", 2, List.of(500L, 500L), 4, 4),
          new Figures(
              "date_text",
              "categorical",
              1000,
              0,
              200,
              0,
              0,
              null,
              List.of(990L, 10L),
              0.0,
              10,
              10,
              true),
          new Figures(
              "long_text", "text", 1000, 0, 900, 0, 0, null, List.of(), null, 5, 200, false),
          new Figures("serial", "text", 1000, 0, 900, 0, 0, null, List.of(), null, 12, 12, false));

  static final List<Finding> RIGHT =
      List.of(
          new Finding("MISSING", "gaps"),
          new Finding("EMPTY", "none"),
          new Finding("CONSTANT", "always"),
          new Finding("MISSING", "now_and_then"),
          new Finding("CONSTANT", "now_and_then"),
          new Finding("UNIQUE", "key"),
          new Finding("MISSING", "part_key"),
          new Finding("ZEROS", "zeros"),
          new Finding("MISSING", "zeros_of_few"),
          new Finding("SKEWED", "right"),
          new Finding("SKEWED", "left"),
          new Finding("UNSUPPORTED", "list"),
          new Finding("MISSING", "lists"),
          new Finding("UNSUPPORTED", "lists"),
          new Finding("INFINITE", "odd"),
          new Finding("UNIFORM", "even"),
          new Finding("IMBALANCE", "flag"),
          new Finding("MISSING", "told_rarely"),
          new Finding("CONSTANT", "only_row"),
          new Finding("IMBALANCE", "mostly"),
          new Finding("HIGH_CARDINALITY", "towns"),
          new Finding("CONSTANT_LENGTH", "code"),
          new Finding("TYPE_DATE", "date_text"),
          new Finding("CONSTANT_LENGTH", "serial"));

  static void judge(List<Finding> findings) {
    expect(findings)
        .as("the alerts")
        .toHaveElements(RIGHT)
        .diagnose(
            "sign-of-skewness",
            lacks("SKEWED", "left"),
            "'left' has a skewness of -20.5 and got no alert. A tail on the left is as long as one on the right: compare `Math.abs(skewness)`.")
        .diagnose(
            "unique-despite-gaps",
            has("UNIQUE", "part_key"),
            "'part_key' has 600 different values, but 1,000 rows, and 400 of them have none: it does not identify a row. Compare `distinct` with `rows`.")
        .diagnose(
            "constant-and-unique",
            has("UNIQUE", "only_row"),
            "'only_row' is a column of a frame with one row, and was called unique. Whether values repeat, one row cannot tell: UNIQUE needs at least two.")
        .diagnose(
            "limits-included",
            has("MISSING", "few_gaps")
                .or(has("SKEWED", "not_yet"))
                .or(has("HIGH_CARDINALITY", "fifty"))
                .or(has("UNIFORM", "nearly")),
            "A figure that is exactly at its limit got an alert, such as 10 missing of 1,000 or 50 categories. The rules say *more than*: use > instead of >=.")
        .diagnose(
            "imbalance-by-share",
            has("IMBALANCE", "coin"),
            "'coin' is 700 to 300 and counts as unbalanced: that is what comes of comparing the largest share with .5. Imbalance is 1 − entropy / log(k): 0.12 here, and 0.86 for 980 to 20.")
        .diagnose(
            "entropy-not-divided",
            has("IMBALANCE", "often")
                .or(lacks("IMBALANCE", "mostly").and(has("IMBALANCE", "flag"))),
            "Imbalance is judged wrongly for 'often' (850 to 150, imbalance 0.39) or 'mostly' (900, 40, 40 and 20, imbalance 0.69): that is what 1 − entropy gives. Divide the entropy by log(k) of the k values first, with the same logarithm.")
        .diagnose(
            "frequencies-of-all-rows",
            has("IMBALANCE", "told_rarely"),
            "'told_rarely' has 100 values, 60 of one kind and 40 of the other, which is balanced. Divided by its 1,000 rows the shares are .06 and .04 and do not add up to 1: divide by the number of values, `rows - missing`.")
        .diagnose(
            "share-of-values",
            has("ZEROS", "zeros_of_few"),
            "'zeros_of_few' is zero in 5 of 1,000 rows and got ZEROS. Of its 100 values that would be 5 percent, but the shares of this report are of rows.")
        .diagnose(
            "empty-and-more",
            has("MISSING", "none"),
            "'none' has no value at all. EMPTY says it all: no other rule applies to such a column.")
        .diagnose(
            "unsupported-without-missing",
            lacks("MISSING", "lists"),
            "'lists' is unsupported, and half of it is missing: that much can be said of any column. Check MISSING before UNSUPPORTED ends the matter.")
        .diagnose(
            "date-and-more",
            has("HIGH_CARDINALITY", "date_text")
                .or(has("CONSTANT_LENGTH", "date_text"))
                .or(has("IMBALANCE", "date_text")),
            "'date_text' holds dates, so its many categories and its 10 characters are no news. With TYPE_DATE, the rules about categories and lengths (HIGH_CARDINALITY, IMBALANCE, CONSTANT_LENGTH) do not apply.")
        .diagnose(
            "two-of-a-length",
            has("CONSTANT_LENGTH", "two_codes"),
            "'two_codes' has two values of the same length, which is no wonder. CONSTANT_LENGTH needs more than two different values.");
  }

  private static Predicate<List<Finding>> has(String alert, String column) {
    return findings -> findings.contains(new Finding(alert, column));
  }

  private static Predicate<List<Finding>> lacks(String alert, String column) {
    return findings -> !findings.contains(new Finding(alert, column));
  }
}
