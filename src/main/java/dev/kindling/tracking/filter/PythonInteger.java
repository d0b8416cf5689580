package dev.kindling.tracking.filter;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Whole numbers in text as Python reads them: space around, a sign, single underscores inside. */
final class PythonInteger {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(_[0-9]+)*+");
  private static final int LONGEST = 4300;

  private PythonInteger() {}

  /**
   * Reads a number of any size.
   *
   * @throws NumberFormatException when it is none
   */
  static BigInteger parse(String text) {
    String bare = text.strip();
    if (bare.length() > LONGEST || !NUMBER.matcher(bare).matches()) {
      throw new NumberFormatException();
    }
    return new BigInteger(bare.replace("_", ""));
  }
}
