package dev.kindling.profile.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column of the second frame differs from that of the first. What cannot be told is null.
 *
 * @param name the column
 * @param first the first frame's type; null if it lacks the column
 * @param second the second frame's type; null if it lacks the column
 * @param missingDifference the second frame's share of missing cells minus the first's
 * @param meanDifference of numbers: the second mean minus the first, in standard deviations of both
 *     (the root of the mean of the variances)
 * @param psi of numbers: the population stability index over the deciles of the first frame
 * @param jensenShannon of categories: the Jensen–Shannon distance (base 2) of their shares
 * @param newValues categories that only the second frame has, in order
 * @param goneValues categories that only the first frame has, in order
 */
public record ColumnDrift(
    String name,
    @Nullable String first,
    @Nullable String second,
    @Nullable Double missingDifference,
    @Nullable Double meanDifference,
    @Nullable Double psi,
    @Nullable Double jensenShannon,
    List<String> newValues,
    List<String> goneValues) {

  public ColumnDrift {
    newValues = List.copyOf(newValues);
    goneValues = List.copyOf(goneValues);
  }
}
