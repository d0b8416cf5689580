package dev.kindling.profile.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The frame as a whole.
 *
 * @param rows how many rows it has
 * @param columns how many columns
 * @param cells rows times columns
 * @param missingCells cells that are null
 * @param missingShare of all cells
 * @param duplicateRows rows that repeat an earlier one in every cell: rows minus different rows
 * @param duplicateShare of all rows
 * @param estimatedBytes what the cells would take uncompressed in Spark's columns: the width of
 *     each type, and the characters of texts; a guess, to know the order of magnitude
 * @param kinds how many columns are of each kind
 */
public record Overview(
    long rows,
    int columns,
    long cells,
    long missingCells,
    double missingShare,
    long duplicateRows,
    double duplicateShare,
    long estimatedBytes,
    Map<Kind, Integer> kinds) {

  public Overview {
    Map<Kind, Integer> ordered = new EnumMap<>(Kind.class);
    ordered.putAll(kinds);
    kinds = Collections.unmodifiableMap(ordered);
  }

  /** With the shares worked out. */
  public static Overview of(
      long rows,
      int columns,
      long missingCells,
      long duplicateRows,
      long estimatedBytes,
      Map<Kind, Integer> kinds) {
    return new Overview(
        rows,
        columns,
        rows * columns,
        missingCells,
        Finite.share(missingCells, rows * columns),
        duplicateRows,
        Finite.share(duplicateRows, rows),
        estimatedBytes,
        kinds);
  }
}
