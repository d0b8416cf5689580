package dev.kindling.tracking.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * Where our server answers otherwise on purpose.
 *
 * @param call which calls, by their label; {@code *} stands for any text; required
 * @param field which field, such as {@code body.*.workspace}; required
 * @param theirs a regular expression for MLflow's whole value, or null for any
 * @param ours a regular expression for our whole value, or null for any; {@code nothing} for none
 * @param reason why; required
 */
record KnownDifference(String call, String field, String theirs, String ours, String reason) {

  @JsonCreator
  KnownDifference(
      @JsonProperty(value = "call", required = true) String call,
      @JsonProperty(value = "field", required = true) String field,
      @JsonProperty("theirs") String theirs,
      @JsonProperty("ours") String ours,
      @JsonProperty(value = "reason", required = true) String reason) {
    this.call = call;
    this.field = field;
    this.theirs = theirs;
    this.ours = ours;
    this.reason = reason;
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException(
          "The known difference at '" + field + "' of '" + call + "' must say its reason.");
    }
  }

  boolean explains(Difference difference) {
    return matches(call, difference.call())
        && matches(field, difference.field())
        && isLike(theirs, Difference.shown(difference.theirs()))
        && isLike(ours, Difference.shown(difference.ours()));
  }

  private static boolean matches(String glob, String text) {
    StringBuilder pattern = new StringBuilder();
    for (String part : glob.split("\\*", -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  private static boolean isLike(String pattern, String text) {
    return pattern == null || Pattern.compile(pattern, Pattern.DOTALL).matcher(text).matches();
  }
}
