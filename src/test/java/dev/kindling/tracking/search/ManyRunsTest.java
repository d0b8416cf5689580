package dev.kindling.tracking.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.filter.Order;
import dev.kindling.tracking.filter.PageToken;
import dev.kindling.tracking.filter.RunFilter;
import dev.kindling.tracking.filter.RunOrder;
import dev.kindling.tracking.search.SearchFixture.Answer;
import dev.kindling.tracking.store.Database;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Searches over many runs find what they should, by look-ups and not by passes within passes. With
 * {@code -Dkindling.runs=100000} it is over as many, and prints how long each search took.
 */
final class ManyRunsTest {

  private static final ManyRuns RUNS = new ManyRuns(Integer.getInteger("kindling.runs", 2000));

  private static SearchFixture server;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Path store = folder.resolve("mlflow.db");
    try (Database database = Database.open(store)) {
      RUNS.fill(database);
    }
    server = SearchFixture.over(store, folder.resolve("artifacts"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> search(Map<String, ?> request) throws Exception {
    Map<String, Object> whole = new TreeMap<>(request);
    whole.put("experiment_ids", List.of(ManyRuns.EXPERIMENT));
    for (int i = 0; i < 2; i++) {
      server.search("runs", whole);
    }
    long start = System.nanoTime();
    Answer answer = server.search("runs", whole);
    if (RUNS.count() > 10_000) {
      System.out.printf(
          "%5d ms  %d runs  %s%n",
          (System.nanoTime() - start) / 1_000_000, answer.found("runs").size(), request);
    }
    assertThat(answer.status()).as(answer.message()).isEqualTo(200);
    return answer.found("runs");
  }

  private static List<String> ids(
      LongPredicate which, Comparator<Long> order, long offset, long limit) {
    return LongStream.range(0, RUNS.count())
        .filter(which)
        .boxed()
        .sorted(order)
        .skip(offset)
        .limit(limit)
        .map(ManyRuns::id)
        .toList();
  }

  private static Comparator<Long> latestFirst() {
    return Comparator.comparing(RUNS::start).reversed();
  }

  @Test
  void theFirstPageHasTheLatest() throws Exception {
    assertThat(search(Map.of())).isEqualTo(ids(run -> true, latestFirst(), 0, 1000));
  }

  @Test
  void aDeepPageGoesOnWhereItShould() throws Exception {
    int offset = RUNS.count() / 2;

    assertThat(search(Map.of("page_token", PageToken.of(offset))))
        .isEqualTo(ids(run -> true, latestFirst(), offset, 1000));
  }

  @Test
  void aDeepPageByMetricGoesOnWhereItShould() throws Exception {
    int offset = RUNS.count() / 2;
    Map<String, ?> request =
        Map.of("page_token", PageToken.of(offset), "order_by", List.of("metrics.m0 ASC"));

    assertThat(search(request))
        .isEqualTo(ids(run -> true, Comparator.comparing(RUNS::metric), offset, 1000));
  }

  @Test
  void ordersByMetric() throws Exception {
    assertThat(search(Map.of("order_by", List.of("metrics.m0 DESC"), "max_results", 100)))
        .isEqualTo(ids(run -> true, Comparator.comparing(RUNS::metric).reversed(), 0, 100));
  }

  @Test
  void filtersByMetricAndOrdersByIt() throws Exception {
    Map<String, ?> request =
        Map.of("filter", "metrics.m0 < 0.5", "order_by", List.of("metrics.m0 DESC"));

    assertThat(search(request))
        .isEqualTo(
            ids(
                run -> RUNS.metric(run) < 0.5,
                Comparator.comparing(RUNS::metric).reversed(),
                0,
                1000));
  }

  @Test
  void ordersByStart() throws Exception {
    assertThat(search(Map.of("order_by", List.of("start_time ASC"))))
        .isEqualTo(ids(run -> true, Comparator.comparing(RUNS::start), 0, 1000));
  }

  @Test
  void filtersByParameterAndTag() throws Exception {
    List<String> expected =
        ids(
            run -> ManyRuns.parameter(run).equals("v3") && ManyRuns.team(run).equals("t1"),
            latestFirst(),
            0,
            1000);

    assertThat(search(Map.of("filter", "params.p0 = 'v3' AND tags.team = 't1'")))
        .isEqualTo(expected)
        .isNotEmpty();
  }

  @Test
  void filtersByPatternOfAParameter() throws Exception {
    assertThat(search(Map.of("filter", "params.p0 ILIKE 'V4_'", "max_results", 200)))
        .isEqualTo(ids(run -> ManyRuns.parameter(run).matches("v4."), latestFirst(), 0, 200))
        .isNotEmpty();
  }

  /** Every table beside that of runs is asked by key and run, never read through. */
  @ParameterizedTest
  @CsvSource(
      value = {
        "metrics.m0 > 0.5 | metrics.m1 DESC",
        "params.p0 = 'v3' AND tags.team = 't1' | params.p1",
        "run_name LIKE 'r%' AND params.p2 IS NULL | tags.team",
        "dataset.name = 'x' AND dataset.context = 'y' | start_time",
        "tags.a != 'x' AND metrics.m0 != 1 | metrics.m0, tags.a"
      },
      delimiter = '|')
  void looksUpWhatBelongsToARun(String filter, String orderBy) {
    List<String> plan = plan(RunFilter.of(filter), RunOrder.of(List.of(orderBy.split(", "))));

    assertThat(plan).anyMatch(step -> step.startsWith("SEARCH "));
    assertThat(plan)
        .filteredOn(step -> step.startsWith("SCAN"))
        .singleElement()
        .asString()
        .matches("SCAN r( USING INDEX .*)?");
  }

  /** The control: a join that is not by key shows up in the plan as a pass. */
  @Test
  void aPassWithinAPassWouldBeSeen() {
    Condition condition =
        Condition.of("EXISTS (SELECT 1 FROM latest_metrics x WHERE x.value > r.start_time)");

    assertThat(plan(condition, RunOrder.of(List.of()))).contains("SCAN x");
  }

  private static List<String> plan(Condition condition, Order order) {
    String sql = "EXPLAIN QUERY PLAN " + new KeyQuery("r.run_uuid", "runs r").sql(condition, order);
    try (Database database = Database.open(server.store())) {
      return database.read(
          handle -> {
            Query query = handle.createQuery(sql);
            return KeyQuery.bound(query, condition, order, new PageRequest(10, null))
                .map((row, context) -> row.getString("detail"))
                .list();
          });
    }
  }
}
