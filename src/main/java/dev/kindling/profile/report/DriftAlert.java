package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/**
 * A difference worth a look.
 *
 * @param type what
 * @param column where
 * @param value the figure that gave the alert; null without one
 * @param message a sentence for people
 */
public record DriftAlert(DriftType type, String column, @Nullable Double value, String message) {}
