package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.TrackingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes what is written as {@code %2e}. */
final class PercentCode {

  /** More than this nobody encodes who means well, and each round costs time. */
  private static final int MOST_ROUNDS = 10;

  private PercentCode() {}

  /** Decodes once; what is no code stays as it is. */
  static String once(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int high = bytes[i] == '%' && i + 2 < bytes.length ? digit(bytes[i + 1]) : -1;
      int low = high < 0 ? -1 : digit(bytes[i + 2]);
      if (low < 0) {
        decoded.write(bytes[i]);
      } else {
        decoded.write(high * 16 + low);
        i += 2;
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  /**
   * Decodes until nothing changes, so that what is encoded twice cannot hide.
   *
   * @throws TrackingException when that takes too many rounds
   */
  static String fully(String text) {
    String current = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String next = once(current);
      if (next.equals(current)) {
        return current;
      }
      current = next;
    }
    throw ArtifactPath.invalid();
  }

  private static int digit(byte character) {
    return Character.digit((char) character, 16);
  }
}
