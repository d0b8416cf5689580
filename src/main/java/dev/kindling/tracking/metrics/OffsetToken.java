package dev.kindling.tracking.metrics;

import dev.kindling.tracking.protocol.TrackingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page token that says how many rows come before the page. */
final class OffsetToken {

  private static final Pattern JSON =
      Pattern.compile("\\s*\\{\\s*\"offset\"\\s*:\\s*([0-9]{1,18})\\s*\\}\\s*");

  private OffsetToken() {}

  static String of(long offset) {
    String json = "{\"offset\": %d}".formatted(offset);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  static long offset(String token) {
    if (token.isEmpty()) {
      return 0;
    }
    String json;
    try {
      json = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw TrackingException.invalid("Invalid page token, could not base64-decode");
    }
    Matcher matcher = JSON.matcher(json);
    if (!matcher.matches()) {
      throw TrackingException.invalid("Invalid page token, parsed value=%s", json);
    }
    return Long.parseLong(matcher.group(1));
  }
}
