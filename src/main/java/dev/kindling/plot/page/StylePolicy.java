package dev.kindling.plot.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The Content Security Policy of a page that needs nothing but its own style. */
public final class StylePolicy {

  private StylePolicy() {}

  /**
   * The policy: nothing is loaded, no script runs.
   *
   * @param css the page's one style, letter by letter as it stands in the page
   */
  public static String of(String css) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
          .formatted(Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
