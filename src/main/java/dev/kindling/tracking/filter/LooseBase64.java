package dev.kindling.tracking.filter;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 as Python reads it: what is not of its alphabet is skipped, the padding must be there. */
final class LooseBase64 {

  private LooseBase64() {}

  /** The bytes, or null when the text ends in the middle of one or lacks its padding. */
  static byte @Nullable [] decode(String text) {
    StringBuilder digits = new StringBuilder();
    int pads = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        return null;
      }
      if (c == '=') {
        pads++;
        int past = digits.length() % 4;
        if (past >= 2 && past + pads >= 4) {
          return Base64.getDecoder().decode(digits.toString());
        }
      } else if (isDigit(c)) {
        digits.append(c);
        pads = 0;
      }
    }
    return digits.length() % 4 == 0 ? Base64.getDecoder().decode(digits.toString()) : null;
  }

  private static boolean isDigit(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
