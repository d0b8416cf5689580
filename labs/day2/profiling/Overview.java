package day2.profiling;

/**
 * A frame as a whole: how many rows and columns it has, how many of its cells are null, and how
 * many rows repeat an earlier one in every cell.
 */
public record Overview(long rows, int columns, long missingCells, long duplicateRows) {}
