package day2.profiling;

/**
 * How two columns go together: the value of a measure, which is {@code pearson}, {@code spearman}
 * or {@code cramers_v}. {@code first} is the column that comes first in its list.
 */
public record Correlation(String first, String second, String measure, double value) {}
