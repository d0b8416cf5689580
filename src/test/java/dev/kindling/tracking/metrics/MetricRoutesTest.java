package dev.kindling.tracking.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.Api.Reply;
import dev.kindling.tracking.ServerFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricRoutesTest extends ServerFixture {

  private String run;

  @BeforeEach
  void makeRun() throws Exception {
    run = newRun();
  }

  /**
   * Each line: value, timestamp, step of a first and of a second call; then which is the latest.
   */
  @ParameterizedTest
  @CsvSource({
    "1,5,1, 2,4,2, 2",
    "1,5,2, 2,9,1, 1",
    "1,5,1, 2,6,1, 2",
    "1,5,1, 2,4,1, 1",
    "1,5,1, 2,5,1, 2",
    "2,5,1, 1,5,1, 2",
    "NaN,5,1, 1,5,1, 1",
    "NaN,5,1, -1,5,1, NaN",
    "-1,5,1, NaN,5,1, NaN",
    "1,5,1, NaN,5,1, 1",
    "1,5,-1, 2,5,-2, 1"
  })
  void theLatestValueIsThatOfTheHighestStepThenTimeThenValue(
      String v1, long t1, long s1, String v2, long t2, long s2, String latest) throws Exception {
    log("apart", v1, t1, s1);
    log("apart", v2, t2, s2);
    api.post(
        "runs/log-batch",
        "{'run_id':'%s','metrics':[{'key':'together','value':'%s','timestamp':%d,'step':%d},"
            + "{'key':'together','value':'%s','timestamp':%d,'step':%d}]}",
        run,
        v1,
        t1,
        s1,
        v2,
        t2,
        s2);

    JsonNode metrics = api.get("runs/get?run_id=%s", run).body().at("/run/data/metrics");
    assertThat(metrics).hasSize(2);
    for (JsonNode metric : metrics) {
      assertThat(Double.parseDouble(metric.path("value").asText()))
          .as(metric.path("key").asText())
          .isEqualTo(Double.valueOf(latest));
    }
  }

  @Test
  void theSameValueTwiceIsKeptOnce() throws Exception {
    for (int i = 0; i < 2; i++) {
      log("m", "1", 1, 1);
      log("m", "NaN", 1, 1);
      api.post(
          "runs/log-batch",
          "{'run_id':'%s','metrics':[{'key':'m','value':1,'timestamp':1,'step':1},"
              + "{'key':'m','value':2,'timestamp':1,'step':1},{'key':'m','value':2,'timestamp':1,'step':1}]}",
          run);
    }

    assertThat(values("metric_key=m")).containsExactly("NaN", "1.0", "2.0");
  }

  @Test
  void infinityIsTheLargestDouble() throws Exception {
    log("m", "Infinity", 2, 0);
    log("m", "-Infinity", 1, 0);

    assertThat(values("metric_key=m"))
        .containsExactly(Double.toString(-Double.MAX_VALUE), Double.toString(Double.MAX_VALUE));
  }

  @Test
  void aHistoryIsNotPagedForWhatTheStockClientsAsk() throws Exception {
    fill(5);

    Reply all = api.get("metrics/get-history?run_id=%s&metric_key=m&max_results=25000", run);
    assertThat(all.body().path("metrics")).hasSize(5);
    assertThat(all.body().has("next_page_token")).isFalse();
  }

  @Test
  void aSmallerPageIsFollowedByTheRest() throws Exception {
    fill(5);

    Reply page = api.get("metrics/get-history?run_id=%s&metric_key=m&max_results=2", run);
    List<String> seen = new ArrayList<>();
    while (true) {
      page.body().path("metrics").forEach(metric -> seen.add(metric.path("step").asText()));
      if (!page.body().has("next_page_token")) {
        break;
      }
      page =
          api.get(
              "metrics/get-history?run_id=%s&metric_key=m&max_results=2&page_token=%s",
              run, page.body().path("next_page_token").asText().replace("=", "%3D"));
    }
    assertThat(seen).containsExactly("0", "1", "2", "3", "4");
    assertThat(
            api.get("metrics/get-history?run_id=%s&metric_key=m&page_token=bogus", run).message())
        .isEqualTo("Invalid page token, could not base64-decode");
  }

  @ParameterizedTest
  @CsvSource({"5, 0 4 8 12 19", "1, 19", "2, 0 19", "3, 0 7 19"})
  void aSampleIsEvenAndEndsWithTheLastValue(int most, String steps) throws Exception {
    fill(20);

    Reply reply =
        api.get(
            "metrics/get-history-bulk-interval?run_ids=%s&metric_key=m&max_results=%d", run, most);
    List<String> sampled = new ArrayList<>();
    reply.body().path("metrics").forEach(metric -> sampled.add(metric.path("step").asText()));
    assertThat(String.join(" ", sampled)).isEqualTo(steps);
    assertThat(reply.body().at("/metrics/0/run_id").asText()).isEqualTo(run);
  }

  @Test
  void aSampleStaysWithinItsSteps() throws Exception {
    fill(20);

    Reply reply =
        api.get(
            "metrics/get-history-bulk-interval?run_ids=%s&metric_key=m&max_results=3&start_step=2&end_step=11",
            run);
    assertThat(reply.body().path("metrics").findValuesAsText("step"))
        .containsExactly("2", "6", "11");
  }

  @Test
  void theBulkHistoryNeedsRunsAndAKey() throws Exception {
    fill(2);

    assertThat(api.get("metrics/get-history-bulk?metric_key=m").message())
        .isEqualTo("GetMetricHistoryBulk request must specify at least one run_id.");
    assertThat(api.get("metrics/get-history-bulk?run_id=%s", run).message())
        .isEqualTo("GetMetricHistoryBulk request must specify a metric_key.");
    assertThat(
            api.get("metrics/get-history-bulk?run_id=%s&metric_key=m", run)
                .body()
                .path("metrics")
                .findValuesAsText("run_id"))
        .containsExactly(run, run);
  }

  private void fill(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      log("m", Integer.toString(i), i, i);
    }
  }

  private void log(String key, String value, long timestamp, long step) throws Exception {
    Reply reply =
        api.post(
            "runs/log-metric",
            "{'run_id':'%s','key':'%s','value':'%s','timestamp':'%d','step':%d}",
            run,
            key,
            value,
            timestamp,
            step);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
  }

  private List<String> values(String query) throws Exception {
    return api.get("metrics/get-history?run_id=%s&%s", run, query)
        .body()
        .path("metrics")
        .findValuesAsText("value");
  }
}
