package dev.kindling.tracking.filter;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that SQL keeps for itself and that are therefore no names unless quoted or beside a
 * dot. Only those that somebody may want to write in a filter are here.
 */
final class Keywords {

  private static final Set<String> RESERVED =
      Set.of(
          "ALL",
          "AND",
          "ANY",
          "BETWEEN",
          "BY",
          "CREATE",
          "DATE",
          "DEFAULT",
          "DELETE",
          "DISTINCT",
          "DROP",
          "ELSE",
          "END",
          "EXISTS",
          "FALSE",
          "GROUP",
          "HAVING",
          "INSERT",
          "INT",
          "INTEGER",
          "IS",
          "JOIN",
          "KEY",
          "LIMIT",
          "LOCATION",
          "NOT",
          "NULL",
          "NULLS",
          "OFFSET",
          "ON",
          "OR",
          "ORDER",
          "SELECT",
          "SET",
          "SOURCE",
          "TABLE",
          "TEXT",
          "THEN",
          "TIMESTAMP",
          "TO",
          "TRUE",
          "TYPE",
          "UNION",
          "UPDATE",
          "USER",
          "VERSION",
          "WHEN",
          "WHERE",
          "WITH");

  /** These are no names even beside a dot. */
  private static final Set<String> ALWAYS = Set.of("CASE", "IN", "VALUES", "USING", "FROM", "AS");

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;

  private static final Pattern COMPARATOR =
      Pattern.compile("((NOT\\s+)?(LIKE|ILIKE|RLIKE)|(NOT\\s+)?REGEXP(\\s+BINARY)?)\\b", FLAGS);

  private static final Pattern ORDER =
      Pattern.compile("((ASC|DESC)(\\s+NULLS\\s+(FIRST|LAST))?|NULLS\\s+(FIRST|LAST))\\b", FLAGS);

  private static final List<Pattern> PHRASES =
      List.of(
          Pattern.compile("NOT\\s+NULL\\b", FLAGS),
          Pattern.compile("UNION\\s+ALL\\b", FLAGS),
          Pattern.compile("(GROUP|ORDER)\\s+BY\\b", FLAGS));

  private Keywords() {}

  static boolean isAlways(String word) {
    return ALWAYS.contains(word.toUpperCase(Locale.ROOT));
  }

  static boolean isReserved(String word) {
    return RESERVED.contains(word.toUpperCase(Locale.ROOT));
  }

  /** Where a comparator of words that starts here ends, or -1. */
  static int comparatorEnd(String text, int start) {
    return end(COMPARATOR, text, start);
  }

  /** Where an order that starts here ends, or -1. */
  static int orderEnd(String text, int start) {
    return end(ORDER, text, start);
  }

  /** Where several words that belong together and start here end, or -1. */
  static int phraseEnd(String text, int start) {
    for (Pattern phrase : PHRASES) {
      int end = end(phrase, text, start);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }

  private static int end(Pattern pattern, String text, int start) {
    var matcher = pattern.matcher(text).region(start, text.length()).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.end() : -1;
  }
}
