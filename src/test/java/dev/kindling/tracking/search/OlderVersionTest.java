package dev.kindling.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.search.SearchFixture.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where MLflow 2.17.2 answers otherwise than 3.17.2, whose answers are given here, an older client
 * loses nothing that it would have found, except prompts, which are no models to newer ones, and
 * runs whose metric is NaN, which the older one takes for 0.
 */
final class OlderVersionTest {

  private static final Set<String> PROMPTS =
      Set.of("prompt-a", "prompt-b", "prompt-a/1", "prompt-b/1");

  @Test
  void anOlderClientFindsWhatItWouldHaveFound(@TempDir Path folder) throws Exception {
    List<JsonNode> lines = lines();
    assertThat(lines).hasSizeGreaterThan(50);

    SoftAssertions softly = new SoftAssertions();
    try (SearchFixture server = SearchFixture.start(folder)) {
      for (JsonNode line : lines) {
        JsonNode request = line.get("request");
        String search = line.get("search").asText();
        boolean isWhole = !request.has("page_token") && !isIdTold(line) && !isFraction(request);
        if (line.has("found") && isWhole) {
          Set<String> lost = new HashSet<>();
          line.get("found").forEach(each -> lost.add(each.asText()));
          Answer answer = server.search(search, request);
          answer.found(search).forEach(lost::remove);
          lost.removeAll(PROMPTS);
          if (request.path("filter").asText().contains("metric")) {
            lost.removeAll(server.runsWithNan());
          }
          softly.assertThat(lost).as("%s %s", search, request).isEmpty();
        }
      }
    }
    softly.assertAll();
  }

  /** The older version finds nothing for an id that is none, or reads it as SQLite does. */
  private static boolean isIdTold(JsonNode line) {
    JsonNode ids = line.at("/request/experiment_ids");
    return ids.isTextual() || ids.size() == 1;
  }

  /** The newer version takes no fraction where a whole number is compared. */
  private static boolean isFraction(JsonNode request) {
    String filter = request.path("filter").asText();
    return filter.matches("(creation_time|version_number) .*[.e].*");
  }

  private static List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (var in = OlderVersionTest.class.getResourceAsStream("/search/answers-2.17.2.jsonl")) {
      SearchFixture.MAPPER
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(in)
          .forEachRemaining(lines::add);
    }
    return lines;
  }
}
