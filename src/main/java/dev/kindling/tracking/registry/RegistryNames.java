package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.Names;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.regex.Pattern;

/** The rules for names of models and aliases, and for tags. */
final class RegistryNames {

  private static final int LONGEST_KEY = 250;
  private static final int LONGEST_VALUE = 100_000;
  private static final int LONGEST_ALIAS = 255;
  private static final String PROMPT_TEXT = "mlflow.prompt.text";
  private static final Pattern ALIAS = Pattern.compile("[\\p{L}\\p{N}_-]*");
  private static final Pattern LIKE_A_VERSION = Pattern.compile("[vV]\\p{Nd}+");

  private RegistryNames() {}

  /** Checks the name of a model. */
  static void checkModel(String name) {
    checkModel(name, "name");
  }

  /**
   * Checks the name of a model.
   *
   * @param field where it was given; only a blank one is told by it
   */
  static void checkModel(String name, String field) {
    if (name.isBlank()) {
      throw TrackingException.invalid("Missing value for required parameter '%s'.", field);
    }
    if (name.indexOf('/') >= 0 || name.indexOf(':') >= 0) {
      throw TrackingException.invalid(
          "Invalid model name '%s'. Names cannot contain '/' or ':'.", name);
    }
    Names.checkPath(name, "name");
  }

  /** Checks a tag of a model. */
  static void checkModelTag(KeyValue tag) {
    Names.check(tag.key(), "key");
    Lengths.check("key", LONGEST_KEY, tag.key());
    Lengths.check("value", LONGEST_VALUE, tag.value());
  }

  /** Checks a tag of a version. */
  static void checkVersionTag(KeyValue tag) {
    Names.check(tag.key(), "key");
    Lengths.check("key", LONGEST_KEY, tag.key());
    if (tag.key().equals(PROMPT_TEXT)
        && tag.value().codePointCount(0, tag.value().length()) > LONGEST_VALUE) {
      throw TrackingException.invalid(
          "Prompt text exceeds max length of %d characters.", LONGEST_VALUE);
    }
    Lengths.check("value", LONGEST_VALUE, tag.value());
  }

  /** Checks an alias that is asked for. */
  static void checkAlias(String alias) {
    if (!ALIAS.matcher(alias).matches()) {
      throw TrackingException.invalid(
          "Invalid alias name: '%s'. Names may only contain alphanumerics, underscores (_), and dashes (-).",
          alias);
    }
    Lengths.check("Registered model alias name", LONGEST_ALIAS, alias);
  }

  /** Checks an alias that is to be set. */
  static void checkNewAlias(String alias) {
    checkAlias(alias);
    if (isLatest(alias)) {
      throw TrackingException.invalid("'latest' alias name (case insensitive) is reserved.");
    }
    if (LIKE_A_VERSION.matcher(alias).matches()) {
      throw TrackingException.invalid("Version alias name '%s' is reserved.", alias);
    }
  }

  /** Whether an alias stands for the newest version, whoever sets aliases. */
  static boolean isLatest(String alias) {
    return alias.equalsIgnoreCase("latest");
  }
}
