package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/**
 * Something worth a look.
 *
 * @param type what
 * @param column where; null when it is about the whole frame
 * @param other the second column of a pair; else null
 * @param value the figure that gave the alert, such as a share or a correlation; null without one
 * @param message a sentence for people
 */
public record Alert(
    AlertType type,
    @Nullable String column,
    @Nullable String other,
    @Nullable Double value,
    String message) {

  /** Whether it is about this column, alone or in a pair. */
  public boolean concerns(String name) {
    return name.equals(column) || name.equals(other);
  }
}
