package day2.notebookcharts;

/**
 * How two columns go together.
 *
 * @param correlation Spearman's rank correlation, from -1 to 1
 * @param explained the share of the variance of {@code y} that the bins of {@code x} explain, from
 *     0 to 1
 */
public record Relation(double correlation, double explained) {}
