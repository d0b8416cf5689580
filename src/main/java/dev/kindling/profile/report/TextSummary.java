package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/**
 * A column of texts, categorical ones too.
 *
 * @param shortest the length of the shortest, in characters; null without a value
 * @param meanLength the mean length
 * @param longest the length of the longest
 * @param dates whether every text is a date
 */
public record TextSummary(
    @Nullable Long shortest, @Nullable Double meanLength, @Nullable Long longest, boolean dates) {}
