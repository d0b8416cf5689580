package dev.kindling.tracking.artifacts;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The header that has a browser save a file instead of showing it. */
final class Attachment {

  private static final Pattern TOKEN = Pattern.compile("[a-zA-Z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");

  private Attachment() {}

  /** The value of {@code Content-Disposition} for a file of this name. */
  static String of(String name) {
    if (!NOT_ASCII.matcher(name).find()) {
      return "attachment; filename=" + quoted(name);
    }
    String ascii =
        NOT_ASCII.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return "attachment; filename=%s; filename*=UTF-8''%s"
        .formatted(quoted(ascii.isEmpty() ? "download" : ascii), encoded(name));
  }

  private static String quoted(String name) {
    return TOKEN.matcher(name).matches()
        ? name
        : "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || "!#$&+-.^_`|~".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append("%%%02X".formatted((int) c));
      }
    }
    return encoded.toString();
  }
}
