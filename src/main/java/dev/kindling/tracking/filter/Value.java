package dev.kindling.tracking.filter;

import java.math.BigInteger;
import java.util.List;

/** What something is compared with. */
sealed interface Value {

  /** A text, without its quotes. */
  record Text(String text) implements Value {}

  /** A whole number of any size. */
  record Whole(BigInteger number) implements Value {

    /** As SQLite can take it: what is too large for a whole number goes as a fraction. */
    Object bound() {
      return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.doubleValue();
    }
  }

  /** A number with a fraction or an exponent; it may be too large and so infinite. */
  record Decimal(double number) implements Value {}

  /** A list of texts, never empty. */
  record Texts(List<String> texts) implements Value {}

  /** Nothing: of IS NULL and IS NOT NULL. */
  record None() implements Value {}
}
