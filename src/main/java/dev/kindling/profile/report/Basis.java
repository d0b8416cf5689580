package dev.kindling.profile.report;

import java.util.List;

/**
 * Where the figures of a profile come from.
 *
 * @param sampleRows how many rows the random sample has
 * @param sampled whether these are fewer than all
 * @param quantileRankError the largest rank error of any column's quantiles; 0 when all are exact
 * @param notes the same, and what else is not exact or was left out, in sentences
 */
public record Basis(
    long sampleRows, boolean sampled, double quantileRankError, List<String> notes) {

  public Basis {
    notes = List.copyOf(notes);
  }
}
