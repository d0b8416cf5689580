package dev.kindling.cause;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What there is to say about a mistake, with places for facts of the learner's own result, such as
 * {@code {rows gone} of {expected rows} rows are gone: …}.
 *
 * @param template words with names of facts in braces
 */
public record Says(String template) {

  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9 ]*)}");

  /** The words with the facts in their places; a place without a fact keeps its name. */
  public String with(Map<String, String> facts) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> Matcher.quoteReplacement(facts.getOrDefault(place.group(1), place.group())));
  }
}
