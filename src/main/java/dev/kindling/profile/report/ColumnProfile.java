package dev.kindling.profile.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param name its name
 * @param type its Spark type, such as {@code int} or {@code array<string>}
 * @param kind what it holds
 * @param count cells with a value; NaN is one
 * @param missing cells that are null
 * @param missingShare of all rows
 * @param distinct how many different values it has, null not among them; null if unsupported
 * @param distinctShare of the cells with a value
 * @param numbers null unless numeric
 * @param dates null unless it holds dates
 * @param texts null unless its Spark type is string
 * @param mostFrequent the most frequent values, most frequent first; null is not among them, see
 *     {@code missing}
 * @param frequenciesComplete whether all values were counted; if not, {@code mostFrequent} lists
 *     those that repeat in the sample, with their count in all rows
 * @param imbalance of a categorical or boolean column: 1 − entropy / log(distinct); else null
 * @param uniformP the p-value of the χ² test that all bins (or categories) are equally frequent;
 *     null where the test says nothing
 * @param histogram of numbers and dates; empty for others
 * @param series what it says about its own past; null unless a time column was named
 */
public record ColumnProfile(
    String name,
    String type,
    Kind kind,
    long count,
    long missing,
    double missingShare,
    @Nullable Long distinct,
    @Nullable Double distinctShare,
    @Nullable NumberSummary numbers,
    @Nullable DateSummary dates,
    @Nullable TextSummary texts,
    List<Frequency> mostFrequent,
    boolean frequenciesComplete,
    @Nullable Double imbalance,
    @Nullable Double uniformP,
    List<Bin> histogram,
    @Nullable SeriesSummary series) {

  public ColumnProfile {
    mostFrequent = List.copyOf(mostFrequent);
    histogram = List.copyOf(histogram);
  }

  /** All rows, with a value or without. */
  public long rows() {
    return count + missing;
  }
}
