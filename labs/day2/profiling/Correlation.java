package day2.profiling;

/**
 * How two columns go together.
 *
 * @param first the column that comes first
 * @param second the other one
 * @param measure {@code pearson}, {@code spearman} or {@code cramers_v}
 * @param value its value
 */
public record Correlation(String first, String second, String measure, double value) {}
