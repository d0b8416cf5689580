package dev.kindling.tracking.search;

import dev.kindling.tracking.filter.PageToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for.
 *
 * @param limit the most that it may hold
 * @param token where it begins; null or empty for the first
 */
record PageRequest(long limit, @Nullable String token) {

  /** Where it begins. */
  long offset() {
    return PageToken.offset(token);
  }

  /**
   * The page of rows that were read.
   *
   * @param rows one more than the page may hold, if there is a next one
   */
  <T> Page<T> page(List<T> rows) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    return new Page<>(List.copyOf(rows.subList(0, (int) limit)), PageToken.of(offset() + limit));
  }
}
