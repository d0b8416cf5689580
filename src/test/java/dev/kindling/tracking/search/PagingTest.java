package dev.kindling.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.search.SearchFixture.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PagingTest {

  private static SearchFixture server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SearchFixture.start(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer search(String search, int limit, String token) throws Exception {
    Map<String, Object> request = new TreeMap<>();
    request.put("max_results", limit);
    if (search.equals("runs")) {
      request.put("experiment_ids", List.of("0", "1", "3"));
      request.put("order_by", List.of("metrics.acc DESC"));
    }
    if (token != null) {
      request.put("page_token", token);
    }
    return server.search(search, request);
  }

  @ParameterizedTest
  @CsvSource({
    "runs, 1",
    "runs, 3",
    "runs, 7",
    "experiments, 1",
    "experiments, 2",
    "models, 1",
    "models, 3",
    "versions, 1",
    "versions, 7"
  })
  void pagesTogetherAreTheWhole(String search, int limit) throws Exception {
    List<String> whole = search(search, 1000, null).found(search);
    assertThat(whole).hasSizeGreaterThan(3).doesNotHaveDuplicates();

    List<String> together = new ArrayList<>();
    String token = null;
    do {
      Answer page = search(search, limit, token);
      assertThat(page.found(search)).isNotEmpty().hasSizeLessThanOrEqualTo(limit);
      together.addAll(page.found(search));
      token = page.body().has("next_page_token") ? page.nextToken() : null;
    } while (token != null);

    assertThat(together).isEqualTo(whole);
  }

  /** Old clients go on as long as they see a token, even an empty one. */
  @ParameterizedTest
  @CsvSource({"runs", "experiments", "models", "versions"})
  void aFullLastPageHasNoToken(String search) throws Exception {
    int size = search(search, 1000, null).found(search).size();

    assertThat(search(search, size, null).body().has("next_page_token")).isFalse();
    assertThat(search(search, size - 1, null).body().has("next_page_token")).isTrue();
  }

  @Test
  void aRunComesWithAllThatBelongsToIt() throws Exception {
    Answer found =
        server.search(
            "runs",
            Map.of(
                "experiment_ids",
                List.of("0", "1", "3"),
                "filter",
                "dataset.name = 'iris' AND params.lr LIKE '%' AND tags.stage LIKE '%'"));

    assertThat(found.body().get("runs")).isNotEmpty();
    found
        .body()
        .get("runs")
        .forEach(
            run -> {
              assertThat(run.at("/data/params")).isNotEmpty();
              assertThat(run.at("/data/tags")).isNotEmpty();
              assertThat(run.at("/inputs/dataset_inputs/0/dataset/name").asText()).isNotEmpty();
              assertThat(run.at("/info/run_id")).isEqualTo(run.at("/info/run_uuid"));
            });
  }

  @Test
  void experimentsAreSearchedByQueryToo() throws Exception {
    Answer answer =
        server.get(
            "experiments/search",
            SearchFixture.MAPPER.valueToTree(
                Map.of(
                    "max_results",
                    10,
                    "order_by",
                    List.of("name DESC"),
                    "filter",
                    "name LIKE 'churn%'",
                    "view_type",
                    "ALL")));

    assertThat(answer.found("experiments")).containsExactly("5", "1");
    assertThat(answer.body().at("/experiments/1/tags")).isNotEmpty();
  }
}
