package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.TrackingException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads the number of a version, which clients send as text. */
final class VersionNumber {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(_[0-9]{1,40}){0,20}");

  private VersionNumber() {}

  /**
   * The number.
   *
   * @return -1, which no version has, for what is larger than any number of a version
   * @throws TrackingException when it is no whole number
   */
  static long of(String text) {
    String stripped = text.strip();
    if (!NUMBER.matcher(stripped).matches()) {
      throw TrackingException.invalid("Parameter 'version' must be an integer, got '%s'.", text);
    }
    BigInteger number = new BigInteger(stripped.replace("_", "").replaceFirst("^[+]", ""));
    return number.bitLength() > 62 ? -1 : number.longValue();
  }
}
