package dev.kindling.mlflow;

import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.RestClient;
import java.util.List;
import java.util.stream.Stream;
import org.mlflow.api.proto.Service.GetMetricHistory;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.SearchRuns;
import org.mlflow.api.proto.Service.ViewType;

/**
 * Reads runs without minding pages. The stock client stops at the first thousand runs, and fails on
 * a metric's history when a server hands it out in parts. Throws {@link MlflowException}.
 */
public final class RunReader {

  private static final int PAGE = 1000;
  private static final int HISTORY_PAGE = 25_000;

  private final ProtoCalls calls;

  /**
   * @param trackingUri such as {@code http://127.0.0.1:5000}
   */
  public RunReader(String trackingUri) {
    calls = new ProtoCalls(RestClient.of(trackingUri));
  }

  /**
   * Searches active runs, all pages of them, each fetched when it is needed.
   *
   * @param filter such as {@code metrics.rmse < 230 AND params.label = 'price'}; empty for all
   * @param orderBy such as {@code metrics.rmse ASC}; none for the latest first
   */
  public Stream<Run> searchRuns(List<String> experimentIds, String filter, String... orderBy) {
    return ResultPage.all(
        token -> searchRuns(experimentIds, filter, PAGE, List.of(orderBy), token));
  }

  /**
   * Searches active runs, one page of them.
   *
   * @param maxResults at most 50,000
   * @param pageToken of the page before; null for the first page
   */
  public ResultPage<Run> searchRuns(
      List<String> experimentIds,
      String filter,
      int maxResults,
      List<String> orderBy,
      String pageToken) {
    SearchRuns.Builder request =
        SearchRuns.newBuilder()
            .addAllExperimentIds(experimentIds)
            .setFilter(filter)
            .setRunViewType(ViewType.ACTIVE_ONLY)
            .setMaxResults(maxResults)
            .addAllOrderBy(orderBy);
    if (pageToken != null) {
      request.setPageToken(pageToken);
    }
    SearchRuns.Response.Builder found =
        calls.post("runs/search", request, SearchRuns.Response.newBuilder());
    return ResultPage.of(found.getRunsList(), found.getNextPageToken());
  }

  /** All values that a run logged of a metric, in the order in which the server keeps them. */
  public List<Metric> getMetricHistory(String runId, String key) {
    return ResultPage.<Metric>all(token -> history(runId, key, token)).toList();
  }

  private ResultPage<Metric> history(String runId, String key, String token) {
    GetMetricHistory.Builder request =
        GetMetricHistory.newBuilder()
            .setRunId(runId)
            .setRunUuid(runId)
            .setMetricKey(key)
            .setMaxResults(HISTORY_PAGE);
    if (token != null) {
      request.setPageToken(token);
    }
    GetMetricHistory.Response.Builder found =
        calls.get("metrics/get-history", request, GetMetricHistory.Response.newBuilder());
    return ResultPage.of(found.getMetricsList(), found.getNextPageToken());
  }
}
