package dev.kindling.cause;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the checks of one task came out for the answer under judgement.
 *
 * @param outcomes by the name of the check, in the order in which they ran
 */
public record Judged(Map<String, Observation> outcomes) {

  public Judged {
    outcomes = new LinkedHashMap<>(outcomes);
  }
}
