package dev.kindling.data;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** Hashes that tell one version of data, or of the code that makes it, from another. */
final class Fingerprint {

  private static final int SHORT = 12;

  private Fingerprint() {}

  /** The SHA-256 of a text in UTF-8, in hexadecimal. */
  static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * A short hash of a generator's code: its package and this one. Cached data is found by it, so a
   * changed generator never meets the data of an older one.
   */
  static String of(Generator<?> generator) {
    MessageDigest digest = sha256();
    for (Class<?> anchor : new Class<?>[] {Generator.class, generator.getClass()}) {
      Map<String, byte[]> classes = ClassFiles.of(anchor, 1);
      classes.forEach(
          (name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
          });
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHORT);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
