package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param nextToken of the next page, or null when this is the last
 */
record Page<T>(List<T> found, @Nullable String nextToken) {

  /** The same page with something else for what was found. */
  <U> Page<U> with(List<U> others) {
    return new Page<>(others, nextToken);
  }

  /** The page as an answer shows it. */
  ObjectNode json(String name, Function<T, ObjectNode> each) {
    ObjectNode answer = Answers.empty();
    Answers.list(answer, name, found, each);
    Answers.put(answer, "next_page_token", nextToken);
    return answer;
  }
}
