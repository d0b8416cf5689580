package dev.kindling.mutants;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One kind of change of a query. */
enum SqlRule {
  DESC("\\bDESC\\b", "ASC"),
  NULL_SAFE("<=>", "="),
  AT_MOST("<=(?!>)", "<"),
  AT_LEAST(">=", ">"),
  LESS("(?<=\\s)<(?=\\s)", "<="),
  MORE("(?<=\\s)>(?=\\s)", ">="),
  EQUAL("(?<![<>=!])=(?!=)", "<>"),
  PLUS("(?<=\\s)\\+(?=\\s)", "-"),
  MINUS("(?<=\\s)-(?=\\s)", "+"),
  UNEQUAL("<>|!=", "="),
  NOT_NULL("\\bIS NOT NULL\\b", "IS NULL"),
  NULL("\\bIS NULL\\b", "IS NOT NULL"),
  AND("(?<!BETWEEN[^\\n]{1,60})\\bAND\\b", "OR"),
  OR("\\bOR\\b", "AND"),
  LEFT_JOIN("\\bLEFT (?:OUTER )?JOIN\\b", "JOIN"),
  UNION_ALL("\\bUNION ALL\\b", "UNION"),
  DISTINCT("\\bDISTINCT ", ""),
  COUNT("\\bcount\\((?![*)])[^()]+\\)", "count(*)"),
  MIN("\\bmin\\(", "max("),
  MAX("\\bmax\\(", "min("),
  AVG("\\bavg\\(", "max("),
  MEDIAN("\\bmedian\\(", "avg("),
  SUM("\\bsum\\(", "max("),
  COALESCE("\\bcoalesce\\(([^,()]+),[^()]*\\)", "$1"),
  ROW_NUMBER("\\brow_number\\(\\)", "rank()"),
  RANK("(?<!_)\\brank\\(\\)", "dense_rank()"),
  NUMBER("(?<![\\w'.$])\\d+\\b(?![.'])", null);

  private static final Pattern QUERY =
      Pattern.compile("\\bSELECT\\b.*\\bFROM\\b", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final Pattern from;
  private final @Nullable String to;

  SqlRule(String from, @Nullable String to) {
    this.from = Pattern.compile(from, Pattern.CASE_INSENSITIVE);
    this.to = to;
  }

  static boolean isQuery(String text) {
    return QUERY.matcher(text).find();
  }

  /**
   * A place that the rule changes.
   *
   * @param was what stands there
   * @param is what stands there then
   * @param line the line of the query, without the white space around it
   * @param text the whole query, changed
   */
  record Place(String was, String is, String line, String text) {}

  /** The place of that number in a query, from 0, if it has so many. */
  Optional<Place> place(String text, int number) {
    Matcher at = from.matcher(text);
    for (int i = 0; i <= number; i++) {
      if (!at.find()) {
        return Optional.empty();
      }
    }
    StringBuilder changed = new StringBuilder();
    at.appendReplacement(changed, to == null ? next(at.group()) : to);
    String is = changed.substring(at.start());
    at.appendTail(changed);
    int start = text.lastIndexOf('\n', at.start()) + 1;
    int end = text.indexOf('\n', at.start());
    String line = text.substring(start, end < 0 ? text.length() : end).strip();
    return Optional.of(new Place(at.group().strip(), is, line, changed.toString()));
  }

  private static String next(String number) {
    return new BigInteger(number).add(BigInteger.ONE).toString();
  }
}
