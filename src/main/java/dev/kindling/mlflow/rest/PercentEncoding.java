package dev.kindling.mlflow.rest;

import java.nio.charset.StandardCharsets;

/** Writes any text so that it can be one segment of a path, or one value of a query. */
public final class PercentEncoding {

  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  private static final String HEX = "0123456789ABCDEF";

  private PercentEncoding() {}

  /** The text in UTF-8, each byte that is not a letter, a digit or one of {@code -._~} as %XX. */
  public static String of(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
      }
    }
    return encoded.toString();
  }
}
