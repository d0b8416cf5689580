package dev.kindling.profile.report;

/**
 * How columns go together.
 *
 * @param pearson of numeric columns, from all rows
 * @param spearman of numeric columns, of their ranks
 * @param cramersV of categorical and boolean columns, corrected for bias
 */
public record Correlations(
    CorrelationMatrix pearson, CorrelationMatrix spearman, CorrelationMatrix cramersV) {}
