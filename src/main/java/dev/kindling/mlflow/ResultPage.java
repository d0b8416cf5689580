package dev.kindling.mlflow;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One page of what a search found.
 *
 * @param items what is on this page
 * @param nextPageToken what to ask for the next page with; empty on the last one
 */
public record ResultPage<T>(List<T> items, Optional<String> nextPageToken) {

  public ResultPage {
    items = List.copyOf(items);
  }

  /** A page as a server answers it; the token is empty, or null, on the last one. */
  static <T> ResultPage<T> of(List<T> items, String token) {
    return new ResultPage<>(items, Optional.ofNullable(token).filter(text -> !text.isEmpty()));
  }

  /**
   * All items of all pages. The first page is fetched at once, each other when it is needed.
   *
   * @param fetch the page of a token; null is the first one
   */
  static <T> Stream<T> all(Function<String, ResultPage<T>> fetch) {
    return Stream.iterate(
            fetch.apply(null),
            Objects::nonNull,
            page -> page.nextPageToken().map(fetch).orElse(null))
        .flatMap(page -> page.items().stream());
  }
}
