package dev.kindling.tracking.contract;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One place where two servers' answers to a call differ.
 *
 * @param call the call's label
 * @param field where, such as {@code status} or {@code body.run.info.run_name}
 * @param theirs MLflow's value, or null for none
 * @param ours our value, or null for none
 */
record Difference(String call, String field, JsonNode theirs, JsonNode ours) {
  /** A value as a report shows it and a known difference matches it. */
  static String shown(JsonNode value) {
    if (value == null) {
      return "nothing";
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }

  @Override
  public String toString() {
    return "  %s%n    at %s%n      theirs: %s%n      ours:   %s%n"
        .formatted(call, field, shortened(shown(theirs)), shortened(shown(ours)));
  }

  private static String shortened(String text) {
    return text.length() <= 600 ? text : text.substring(0, 597) + "...";
  }
}
