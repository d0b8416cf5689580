package day2.tracking;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.TrackingSpace;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.tracking.MlflowClient;

/** Runs to search, and what a search should find: in plain Java. */
record TunedRuns(List<Tuned> runs) {

  /**
   * One run.
   *
   * @param rmse null if it logged none
   */
  record Tuned(String name, String label, int maxDepth, Double rmse, boolean deleted) {}

  /** So far apart they were begun: what comes first is then beyond doubt. */
  private static final long SECOND = 1_000;

  /** What is asked of a search. */
  record Question(String label, double below, int minDepth, int pageSize) {}

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "params-are-strings",
              error ->
                  error.says("Invalid comparator '[<>]")
                      || error.says("Expected a quoted string value for param.* Got value \\d")
                      || error.says("not quoted .* used for string value \\d"),
              "The server refuses the filter, because a param is a text, even if it reads `5`: it can be equal to a quoted text or be LIKE one, but not larger. Take `maxDepth` out of the filter, and compare it as a number in Java.")
          .diagnose(
              "value-not-quoted",
              error -> error.says("(?i)quoted"),
              "The server refuses the filter, because a param is compared with a text, and a text stands in quotes: `params.label = 'price'`.")
          .diagnose(
              "number-quoted",
              error -> error.says("Expected numeric value type for metric"),
              "The server refuses the filter, because a metric is compared with a number, and a number stands without quotes: `metrics.rmse < 120.0`.")
          .diagnose(
              "no-prefix",
              error -> error.says("Invalid attribute key"),
              "The server takes a name without a prefix for one of its own attributes, such as `start_time`. Say `metrics.rmse` and `params.label`, in the filter and in the order.");

  /** Makes the runs. */
  void logInto(MlflowClient client, String experimentId) {
    long now = System.currentTimeMillis() - runs.size() * SECOND;
    for (Tuned tuned : runs) {
      now += SECOND;
      CreateRun.Builder create =
          CreateRun.newBuilder()
              .setExperimentId(experimentId)
              .setRunName(tuned.name())
              .setStartTime(now);
      String runId = client.createRun(create.build()).getRunId();
      long time = now;
      client.logBatch(
          runId,
          Stream.ofNullable(tuned.rmse())
              .map(rmse -> Metric.newBuilder().setKey("rmse").setValue(rmse))
              .map(metric -> metric.setTimestamp(time).setStep(0).build())
              .toList(),
          List.of(
              param("label", tuned.label()), param("maxDepth", Integer.toString(tuned.maxDepth()))),
          List.of());
      client.setTerminated(runId);
      if (tuned.deleted()) {
        client.deleteRun(runId);
      }
    }
  }

  private static Param param(String key, String value) {
    return Param.newBuilder().setKey(key).setValue(value).build();
  }

  /** Judges an answer's search. */
  void judge(TrackingLab lab, TrackingSpace space, String experiment, Question asked) {
    logInto(space.client(), experiment);
    ERRORS.during(
        () -> {
          try (SearchLog server = new SearchLog(space.uri())) {
            judge(
                lab.findRuns(
                    server.uri(),
                    experiment,
                    asked.label(),
                    asked.below(),
                    asked.minDepth(),
                    asked.pageSize()),
                asked);
            judgePages(server.largestPage(), asked.pageSize());
          }
        });
  }

  /** A page that holds everything is no page: on a larger experiment it would be the first one. */
  private static void judgePages(int asked, int allowed) {
    expect(asked)
        .as("the number of runs that your search asked for at once")
        .toBe(allowed)
        .diagnose(
            "one-large-page",
            size -> size > allowed,
            size ->
                "These are the right runs, and your search asked for up to %.0f at once, so one page held them all. With more runs than that, the rest is missing without a word. Ask for `pageSize` runs, and read page after page."
                    .formatted(size))
        .help("Hand `pageSize` to `searchRuns`.");
  }

  private void judge(List<String> found, Question asked) {
    List<Tuned> all = matching(asked);
    int page = asked.pageSize();
    int wholePages = (all.size() - 1) / page * page;
    Predicate<Tuned> deep = tuned -> tuned.maxDepth() >= asked.minDepth();
    List<String> right = names(all, deep);
    expect(found)
        .as("the names of the runs, best first")
        .toHaveElementsInOrder(right)
        .diagnose(
            "first-page-only",
            names(all.subList(0, page), deep),
            "These are the runs of the first page, and the server has more of them. As long as `page.hasNextPage()`, ask for `page.getNextPage()`.")
        .diagnose(
            "last-page-lost",
            names(all.subList(0, wholePages), deep),
            "The runs of the last page are missing: a loop `while (page.hasNextPage())` that reads the items first and turns the page then ends when the last page is at hand and not yet read. Read that one, too.")
        .diagnose(
            "depth-as-text",
            names(all, tuned -> text(tuned).compareTo(Integer.toString(asked.minDepth())) >= 0),
            "The depths are compared as texts, letter by letter, and then `10` comes before `9`. A param is always a text: make a number of it with `Integer.parseInt` before you compare.")
        .diagnose(
            "depth-ignored",
            names(all, tuned -> true),
            "`minDepth` is not heeded: there are runs with a smaller `maxDepth` among them.")
        .diagnose(
            "depth-excluded",
            names(all, tuned -> tuned.maxDepth() > asked.minDepth()),
            "The runs whose `maxDepth` is exactly `minDepth` are missing: asked for is this depth or more.")
        .diagnose(
            "descending",
            names(reversed(all), deep),
            "The worst run comes first. Of an `rmse` the smallest is the best: order by `metrics.rmse ASC`.")
        .diagnose(
            "not-ordered",
            names -> names.size() == right.size() && names.containsAll(right),
            "These are the right runs in another order. A search that is not told an order gives the latest run first: order by `metrics.rmse ASC`.")
        .diagnose(
            "deleted-runs",
            names -> names.stream().anyMatch(this::isDeleted),
            "A deleted run is among them. It stays on the server for a while and can be restored, but it does not count: `ViewType.ACTIVE_ONLY`.")
        .diagnose(
            "any-label",
            names -> names.stream().anyMatch(name -> !labelOf(name).equals(asked.label())),
            "There are runs among them whose `label` is another one, and their `rmse` is in another unit. Compare only what is equal: `params.label = '…'`.")
        .diagnose(
            "not-smaller",
            names -> names.stream().anyMatch(name -> rmseOf(name) == asked.below()),
            "The run whose `rmse` is exactly the limit is among them: asked for are those that are smaller.");
  }

  private boolean isDeleted(String name) {
    return run(name).deleted();
  }

  private String labelOf(String name) {
    return run(name).label();
  }

  private double rmseOf(String name) {
    return run(name).rmse();
  }

  private Tuned run(String name) {
    return runs.stream().filter(tuned -> tuned.name().equals(name)).findFirst().orElseThrow();
  }

  /** What the server's filter lets through, best first: all but the depth. */
  private List<Tuned> matching(Question asked) {
    return runs.stream()
        .filter(tuned -> !tuned.deleted() && tuned.rmse() != null)
        .filter(tuned -> tuned.label().equals(asked.label()) && tuned.rmse() < asked.below())
        .sorted(Comparator.comparing(Tuned::rmse))
        .toList();
  }

  private static List<Tuned> reversed(List<Tuned> tuned) {
    return tuned.stream().sorted(Comparator.comparing(Tuned::rmse).reversed()).toList();
  }

  private static List<String> names(List<Tuned> tuned, Predicate<Tuned> kept) {
    return tuned.stream().filter(kept).map(Tuned::name).toList();
  }

  private static String text(Tuned tuned) {
    return Integer.toString(tuned.maxDepth());
  }
}
