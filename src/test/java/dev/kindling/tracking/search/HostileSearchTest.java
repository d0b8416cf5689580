package dev.kindling.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.search.SearchFixture.Answer;
import dev.kindling.tracking.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by somebody who means harm, each beside one that shows the harm would be real. */
@Timeout(60)
final class HostileSearchTest {

  private static final List<String> ALL = List.of("0", "1", "3");
  private static final List<String> INJECTIONS =
      List.of(
          "x' OR '1'='1",
          "x'; DROP TABLE runs; --",
          "x' UNION SELECT value FROM tags --",
          "x\" OR 1=1 --",
          "x` OR 1=1 --",
          "x') OR EXISTS (SELECT 1 FROM runs",
          "x\\' OR 1=1 --",
          ":x OR 1=1",
          "<x> OR 1=1",
          "?",
          "x\u0000' OR 1=1 --");

  @TempDir private Path folder;
  private SearchFixture server;

  @BeforeEach
  void start() throws IOException {
    server = SearchFixture.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  static List<String> injections() {
    return INJECTIONS;
  }

  @ParameterizedTest
  @MethodSource("injections")
  void nothingThatIsWrittenIntoAFilterBecomesSql(String injection) throws Exception {
    Map<String, Integer> before = counts();
    List<Function<String, String>> places =
        List.of(
            text -> "params.lr = '" + text + "'",
            text -> "params.lr = \"" + text + "\"",
            text -> "params.`" + text + "` = 'x'",
            text -> "tags.\"" + text + "\" = 'x'",
            text -> "metrics.`" + text + "` > 0",
            text -> "attributes.run_id IN ('" + text + "')",
            text -> "run_name LIKE '" + text + "'",
            text -> "dataset.name = '" + text + "'",
            text -> text,
            text -> "params.lr = '0.1' " + text);

    for (Function<String, String> place : places) {
      Answer answer = runs(Map.of("filter", place.apply(injection)));
      assertHarmless(answer);
      assertThat(answer.found("runs")).as(place.apply(injection)).isEmpty();
    }
    assertThat(counts()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("injections")
  void nothingElseOfARequestBecomesSql(String injection) throws Exception {
    Map<String, Integer> before = counts();
    int all = runs(Map.of()).found("runs").size();

    for (String orderBy :
        List.of(
            injection,
            "params.`" + injection + "`",
            "metrics.`" + injection + "` DESC",
            "start_time " + injection)) {
      Answer answer = runs(Map.of("order_by", List.of(orderBy)));
      assertHarmless(answer);
      assertThat(answer.found("runs").size()).as(orderBy).isIn(0, all);
    }
    assertHarmless(runs(Map.of("page_token", injection)));
    assertHarmless(runs(Map.of("page_token", token("{\"offset\": \"" + injection + "\"}"))));
    assertHarmless(runs(Map.of("run_view_type", injection)));
    assertHarmless(runs(Map.of("max_results", injection)));
    Answer ids = server.search("runs", Map.of("experiment_ids", List.of(injection)));
    assertThat(ids.status()).isEqualTo(400);
    for (String search : List.of("experiments", "models", "versions")) {
      for (String filter :
          List.of("name = '" + injection + "'", "tags.`" + injection + "` = 'x'", injection)) {
        Answer answer = server.search(search, Map.of("filter", filter, "max_results", 100));
        assertHarmless(answer);
        assertThat(answer.found(search)).as("%s %s", search, filter).isEmpty();
      }
      assertHarmless(
          server.search(search, Map.of("order_by", List.of(injection), "max_results", 100)));
    }
    assertHarmless(server.search("datasets", Map.of("experiment_ids", List.of(injection))));
    assertThat(counts()).isEqualTo(before);
  }

  /** The control: pasted into SQL, the first of them finds what it should not. */
  @Test
  void pastedIntoSqlAnInjectionWouldFindEverything() {
    assertThat(count("SELECT count(*) FROM params WHERE value = '" + INJECTIONS.get(0) + "'"))
        .isEqualTo(count("SELECT count(*) FROM params"))
        .isGreaterThan(10);
  }

  /** The control: a value that only looks strange is found. */
  @Test
  void aStrangeValueIsFound() throws Exception {
    assertThat(runs(Map.of("filter", "params.`my key` = \"a'b\"")).found("runs")).isNotEmpty();
    assertThat(runs(Map.of("filter", "tags.`it's a \"key\"` = 'yes'")).found("runs")).isNotEmpty();
  }

  @Test
  void aFilterIsOnlySoLong() throws Exception {
    String ids = "'" + String.join("','", runs(Map.of()).found("runs")) + "'";
    String fits = "run_id IN (" + ids + ",'x'".repeat(40_000) + ")";

    assertThat(runs(Map.of("filter", fits)).found("runs")).hasSizeGreaterThan(10);
    assertThat(runs(Map.of("filter", fits + " AND run_id IN (" + ",'x'".repeat(30_000))).message())
        .startsWith("The filter has ")
        .contains("send one of at most");
  }

  @Test
  void aFilterHasOnlySoManyConditions() throws Exception {
    assertThat(runs(Map.of("filter", all("metrics.acc > -2", 200))).found("runs")).isNotEmpty();
    assertThat(runs(Map.of("filter", all("metrics.acc > -2", 201))).message())
        .isEqualTo("The filter has 201 conditions: ask for at most 200 at a time.");
  }

  /** The control: SQLite itself gives up at a number of conditions that is not much larger. */
  @Test
  void sqliteGivesUpAtAThousandConditions() {
    assertThat(count("SELECT count(*) FROM runs WHERE " + all("status != ''", 200))).isPositive();
    assertThatThrownBy(() -> count("SELECT count(*) FROM runs WHERE " + all("status != ''", 2000)))
        .isInstanceOf(UnableToCreateStatementException.class);
  }

  private static String all(String condition, int times) {
    return condition + (" AND " + condition).repeat(times - 1);
  }

  /** Each would take minutes if a piece of it were looked at more than a few times. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", ")", "'", "\"", "`", "[", "]", "/*", "--", "a.", ".", "''", "\\'", "NOT ", "1", "-",
        "* ", "a ", "a,", "a=", "=", "a = 1 ", ";", " ", "IN (", "a IN ", "\u2603", "NULLS "
      })
  void muchOfTheSameIsAnsweredSoon(String piece) throws Exception {
    String filter = piece.repeat(190_000 / piece.length());

    assertHarmless(runs(Map.of("filter", filter)));
    assertHarmless(runs(Map.of("filter", "params.lr = '" + filter)));
    assertHarmless(runs(Map.of("order_by", List.of(filter.substring(0, 9_000)))));
  }

  @Test
  void anOrderIsOnlySoLong() throws Exception {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      keys.add("metrics.m" + i);
    }

    assertThat(runs(Map.of("order_by", keys.subList(0, 20))).found("runs")).isNotEmpty();
    assertThat(runs(Map.of("order_by", keys)).message()).contains("21 things to order by");
    assertThat(runs(Map.of("order_by", List.of("params.`" + "x".repeat(10_000) + "`"))).message())
        .contains("send one of at most");
  }

  @Test
  void aPatternIsOnlySoLong() throws Exception {
    String pattern = "%".repeat(10_000);

    assertThat(runs(Map.of("filter", "params.lr LIKE '" + pattern + "'")).found("runs"))
        .isNotEmpty();
    assertThat(runs(Map.of("filter", "params.lr LIKE '" + pattern + "%'")).message())
        .contains("The pattern has 10001 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "{}",
        "[]",
        "null",
        "3",
        "\"x\"",
        "{\"offset\": null}",
        "{\"offset\": {}}",
        "{\"offset\": [1]}",
        "{\"offset\": 99999999999999999999}",
        "{\"offset\": 1e999}",
        "{\"offset\": NaN}",
        "{\"offset\": \"\u0000\"}",
        "{\"offset\": 1",
        "{\"Offset\": 1}"
      })
  void aBadPageTokenIsToldSo(String json) throws Exception {
    for (String search : List.of("runs", "experiments", "models", "versions")) {
      Answer answer =
          server.search(
              search, Map.of("experiment_ids", ALL, "max_results", 2, "page_token", token(json)));
      assertThat(answer.status()).as(search).isEqualTo(400);
      assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
      assertThat(answer.message()).startsWith("Invalid page token");
    }
  }

  @Test
  void aDeepOrLongPageTokenIsToldSo() throws Exception {
    assertThat(runs(Map.of("page_token", token("[".repeat(700)))).message())
        .startsWith("Invalid page token");
    assertThat(runs(Map.of("page_token", token("[".repeat(100_000)))).message())
        .startsWith("Invalid page token, it has ");
  }

  /** The control: a token that was given leads on, also one from far behind the end. */
  @Test
  void aGoodPageTokenLeadsOn() throws Exception {
    Answer first = runs(Map.of("max_results", 2));
    Answer second = runs(Map.of("max_results", 2, "page_token", first.nextToken()));

    assertThat(second.found("runs")).hasSize(2).doesNotContainAnyElementsOf(first.found("runs"));
    assertThat(runs(Map.of("page_token", token("{\"offset\": " + Long.MAX_VALUE + "}"))).status())
        .isEqualTo(200);
  }

  private Answer runs(Map<String, ?> request) throws Exception {
    Map<String, Object> whole = new TreeMap<>(request);
    whole.put("experiment_ids", ALL);
    return server.search("runs", whole);
  }

  private static void assertHarmless(Answer answer) {
    assertThat(answer.status()).as(answer.message()).isIn(200, 400);
    if (answer.status() == 400) {
      assertThat(answer.errorCode()).isEqualTo("INVALID_PARAMETER_VALUE");
      assertThat(answer.message()).isNotBlank();
      Set.of("SQLITE_", "r.run_uuid", "json_each", "Exception")
          .forEach(word -> assertThat(answer.message()).doesNotContain(word));
    }
  }

  private static String token(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    for (String table : List.of("runs", "params", "tags", "experiments", "registered_models")) {
      counts.put(table, count("SELECT count(*) FROM " + table));
    }
    return counts;
  }

  private int count(String sql) {
    try (Database database = Database.open(server.store())) {
      return database.read(handle -> handle.createQuery(sql).mapTo(int.class).one());
    }
  }
}
