package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/**
 * A column of dates or timestamps.
 *
 * @param first the earliest, such as {@code 2025-01-31} or {@code 2025-01-31T08:00:00Z}; null
 *     without a value
 * @param last the latest
 * @param rangeDays from the first to the last, in days
 */
public record DateSummary(
    @Nullable String first, @Nullable String last, @Nullable Double rangeDays) {}
