package dev.kindling.check;

import java.util.Locale;

/** The small words of a sentence. */
final class Words {

  private Words() {}

  /** A noun with its article: {@code an Imputer}. */
  static String a(String noun) {
    return ("AEIOaeio".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }

  /** A number with its noun: {@code 1 row}, {@code 2,000 rows}. */
  static String count(long number, String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
  }

  /** The same after "there": {@code are 2,000}. */
  static String are(long number) {
    return String.format(Locale.ROOT, "%s %,d", number == 1 ? "is" : "are", number);
  }
}
