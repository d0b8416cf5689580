package dev.kindling.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.search.SearchFixture.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every search of {@code search/requests.jsonl} is answered as MLflow 3.17.2 answered it over the
 * same rows, in what was found, in its order, in tokens and in the words of errors.
 */
final class RecordedAnswersTest {

  private static SearchFixture server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SearchFixture.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"runs", "experiments", "models", "versions", "datasets"})
  void answersAsMlflowDoes(String search) throws Exception {
    List<JsonNode> recorded = recorded(search);
    assertThat(recorded).hasSizeGreaterThan(10);

    SoftAssertions softly = new SoftAssertions();
    for (JsonNode line : recorded) {
      if (KnownDifferences.of(line).isEmpty()) {
        Answer answer = server.search(search, line.get("request"));
        softly
            .assertThat(shown(answer, search))
            .as("%s", line.get("request"))
            .isEqualTo(shown(line));
      }
    }
    softly.assertAll();
  }

  /** Where MLflow fails, or says less, this server still answers in a sentence. */
  @Test
  void whereItDiffersItSaysSomethingUseful() throws Exception {
    Set<Integer> fine = Set.of(200, 400);
    List<JsonNode> different = new ArrayList<>();
    for (String search : List.of("runs", "experiments", "models", "versions", "datasets")) {
      for (JsonNode line : recorded(search)) {
        if (KnownDifferences.of(line).isPresent()) {
          different.add(line);
          assertThat(server.search(search, line.get("request")).status())
              .as("%s %s", search, line.get("request"))
              .isIn(fine);
        }
      }
    }
    assertThat(different).hasSizeBetween(10, 60);
  }

  private static List<JsonNode> recorded(String search) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    try (var in = RecordedAnswersTest.class.getResourceAsStream("/search/answers-3.17.2.jsonl")) {
      SearchFixture.MAPPER
          .readerFor(JsonNode.class)
          .<JsonNode>readValues(in)
          .forEachRemaining(
              line -> {
                if (line.get("search").asText().equals(search)) {
                  lines.add(line);
                }
              });
    }
    return lines;
  }

  private static String shown(JsonNode line) {
    if (line.has("error")) {
      return line.get("error").asText() + ": " + line.get("message").asText();
    }
    List<String> found = new ArrayList<>();
    line.get("found").forEach(each -> found.add(each.asText()));
    return found + " " + line.path("next").asText("");
  }

  private static String shown(Answer answer, String search) {
    return answer.status() == 200
        ? answer.found(search) + " " + answer.nextToken()
        : answer.errorCode() + ": " + answer.message();
  }
}
