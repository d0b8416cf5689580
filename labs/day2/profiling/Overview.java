package day2.profiling;

/**
 * A frame as a whole.
 *
 * @param rows how many rows it has
 * @param columns how many columns
 * @param missingCells how many of its cells are null
 * @param duplicateRows how many rows repeat an earlier one in every cell
 */
public record Overview(long rows, int columns, long missingCells, long duplicateRows) {}
