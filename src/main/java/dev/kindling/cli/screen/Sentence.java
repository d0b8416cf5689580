package dev.kindling.cli.screen;

import java.util.Locale;

/** Reads the name of a method as a sentence. */
public final class Sentence {

  private static final String NAN = "NaN";

  private Sentence() {}

  /** {@code mediansComeFromTheTrainingRows} becomes {@code Medians come from the training rows}. */
  public static String of(String camelCase) {
    StringBuilder sentence = new StringBuilder(camelCase.length() + 8);
    int start = 0;
    for (int i = 1; i <= camelCase.length(); i++) {
      if (i == camelCase.length() || wordBegins(camelCase, i)) {
        String word = camelCase.substring(start, i);
        if (start > 0) {
          sentence.append(' ');
        }
        sentence.append(shouted(word) ? word : word.toLowerCase(Locale.ROOT));
        start = i;
      }
    }
    if (sentence.length() > 0) {
      sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    }
    return sentence.toString();
  }

  private static boolean wordBegins(String text, int i) {
    if (text.startsWith(NAN, i - 1) || text.startsWith(NAN, i - 2)) {
      return false;
    }
    char before = text.charAt(i - 1);
    char here = text.charAt(i);
    if (Character.isDigit(here) != Character.isDigit(before)) {
      return true;
    }
    if (!Character.isUpperCase(here)) {
      return false;
    }
    return !Character.isUpperCase(before)
        || (i + 1 < text.length() && Character.isLowerCase(text.charAt(i + 1)));
  }

  /** An abbreviation such as {@code UDF} stays as it is. */
  private static boolean shouted(String word) {
    return word.equals(NAN) || (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)));
  }
}
