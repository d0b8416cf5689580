package dev.kindling.tracking.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers: digits, with a sign right before them, and no letter right behind. */
final class NumberScanner {

  private static final String NO_LETTER = "(?![_\\p{IsLatin}])";

  private final Matcher hexadecimal;
  private final Matcher scientific;
  private final Matcher decimal;
  private final Matcher integer;

  NumberScanner(String text) {
    hexadecimal = matcher("-?0[xX][0-9a-fA-F]+", text);
    scientific = matcher("-?[0-9]+(\\.[0-9]+)?[eE]-?[0-9]+", text);
    decimal = matcher("-?([0-9]+\\.[0-9]*|\\.[0-9]+)" + NO_LETTER, text);
    integer = matcher("-?[0-9]+" + NO_LETTER, text);
  }

  private static Matcher matcher(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).useTransparentBounds(true);
  }

  /** Where a hexadecimal number that starts here ends, or -1. */
  int hexadecimal(int start) {
    return end(hexadecimal, start);
  }

  /** Where a number with a fraction or an exponent that starts here ends, or -1. */
  int decimal(int start) {
    int end = end(scientific, start);
    return end >= 0 ? end : end(decimal, start);
  }

  /** Where a whole number that starts here ends, or -1. */
  int integer(int start) {
    return end(integer, start);
  }

  private static int end(Matcher matcher, int start) {
    matcher.region(start, matcher.regionEnd());
    return matcher.lookingAt() ? matcher.end() : -1;
  }
}
