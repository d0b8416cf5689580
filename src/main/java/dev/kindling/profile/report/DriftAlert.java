package dev.kindling.profile.report;

/**
 * A difference worth a look.
 *
 * @param type what
 * @param column where
 * @param value the figure that gave the alert; null without one
 * @param message a sentence for people
 */
public record DriftAlert(DriftType type, String column, Double value, String message) {}
