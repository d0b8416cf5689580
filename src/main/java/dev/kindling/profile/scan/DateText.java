package dev.kindling.profile.scan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises texts that are dates: year first, or two numbers and a year, and perhaps a time. */
final class DateText {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 35;

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?: .*)?");
  private static final Pattern TIME =
      Pattern.compile(
          "([01]?\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?( ?(Z|UTC|[+-]\\d{2}:?\\d{2}))?");

  private DateText() {}

  static boolean isDate(String text) {
    String trimmed = text.strip();
    if (trimmed.length() < SHORTEST
        || trimmed.length() > LONGEST
        || !Character.isDigit(trimmed.charAt(0))) {
      return false;
    }
    Matcher first = YEAR_FIRST.matcher(trimmed);
    if (first.matches()) {
      return day(first.group(1), first.group(3), first.group(4)) && time(trimmed);
    }
    Matcher last = YEAR_LAST.matcher(trimmed);
    // Which of the two numbers is the month is the writer's secret.
    return last.matches()
        && (day(last.group(4), last.group(1), last.group(3))
            || day(last.group(4), last.group(3), last.group(1)))
        && time(trimmed);
  }

  private static boolean time(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return text.indexOf(' ') < 0 && text.indexOf('T') < 0;
    }
    int start = Math.max(text.indexOf(' '), text.indexOf('T'));
    int space = text.indexOf(' ');
    if (space >= 0 && space < colon) {
      start = space;
    }
    return start >= 0 && TIME.matcher(text.substring(start + 1)).matches();
  }

  private static boolean day(String year, String month, String day) {
    try {
      LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
