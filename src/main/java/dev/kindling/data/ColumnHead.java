package dev.kindling.data;

import java.util.Optional;

/**
 * The name of a column and, where it is declared, its type; written {@code price} or {@code
 * price:double}.
 */
record ColumnHead(String name, Optional<ColumnType> type) {

  /**
   * @throws IllegalArgumentException if there is no name, or no such type
   */
  static ColumnHead of(String text) {
    int colon = text.lastIndexOf(':');
    String name = (colon < 0 ? text : text.substring(0, colon)).strip();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' names no column: write it like 'price:double'.".formatted(text));
    }
    return new ColumnHead(
        name, colon < 0 ? Optional.empty() : Optional.of(ColumnType.of(text.substring(colon + 1))));
  }
}
