package day2.tracking;

import static dev.kindling.check.Expect.expect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.tracking.MlflowClient;

/**
 * The losses of a run, round by round.
 *
 * @param before those of earlier rounds, by step from 0
 * @param round those of this round
 * @param arrival the steps of {@code before} in the order in which the server got them
 */
record LossCurve(List<Double> before, List<Double> round, List<Integer> arrival) {

  private static final String LOSS = "loss";
  private static final long MINUTE = 60_000;

  /** One value of a metric. */
  record Point(long step, double loss) {
    @Override
    public String toString() {
      return loss + " at step " + step;
    }
  }

  /** Logs the losses of the earlier rounds. */
  void logBefore(MlflowClient client, String runId) {
    long time = System.currentTimeMillis() - MINUTE;
    for (int step : arrival) {
      client.logMetric(runId, LOSS, before.get(step), time++, step);
    }
  }

  List<Double> right() {
    List<Double> all = new ArrayList<>(before);
    all.addAll(round);
    return all;
  }

  private List<Point> points(long firstStep) {
    List<Point> points = new ArrayList<>();
    IntStream.range(0, before.size()).forEach(i -> points.add(new Point(i, before.get(i))));
    IntStream.range(0, round.size())
        .forEach(i -> points.add(new Point(firstStep + i, round.get(i))));
    return points;
  }

  private boolean isOfThisRound(Point point) {
    return !points(0).subList(0, before.size()).contains(point);
  }

  /** The losses of the earlier rounds as they came, then those of this round. */
  private List<Double> asTheyCame() {
    List<Double> all = new ArrayList<>(arrival.stream().map(before::get).toList());
    all.addAll(round);
    return all;
  }

  /** Judges what the run holds, and what the answer read. */
  void judge(MlflowClient client, String runId, List<Double> read) {
    List<Point> logged =
        client.getMetricHistory(runId, LOSS).stream()
            .map(metric -> new Point(metric.getStep(), metric.getValue()))
            .sorted(Comparator.comparingLong(Point::step))
            .toList();
    expect(logged)
        .as("the steps and values of `loss`")
        .toHaveElements(points(before.size()))
        .diagnose(
            "step-for-time",
            points -> points.stream().anyMatch(point -> point.step() > MINUTE),
            "The steps are milliseconds: the step and the time have changed places. In `logMetric(runId, key, value, timestamp, step)` the time comes first.")
        .diagnose(
            "no-steps",
            points ->
                round.size() > 1
                    && points.stream().filter(this::isOfThisRound).allMatch(p -> p.step() == 0),
            "Every loss is at step 0: `logMetric(runId, key, value)` sets no step. In a chart all points lie on top of each other, and equal values at the same time are kept only once. Give each loss a step of its own.")
        .diagnose(
            "restarts-at-zero",
            points(0),
            "This round begins at step 0 again, although the run holds losses of earlier rounds, so two curves lie on top of each other. Go on behind the largest step of the history.")
        .diagnose(
            "off-by-one-step",
            points(before.size() + 1L),
            "The first loss of this round is at step %d, one too far. Steps are counted from 0 and without a hole: the next one is the largest so far plus one, or 0 if there is none."
                .formatted(before.size() + 1));
    expect(client.getRun(runId).getInfo().getStatus())
        .as("the status of the run")
        .toBe(RunStatus.RUNNING)
        .diagnose(
            "run-ended",
            RunStatus.FINISHED,
            "The run was ended, but it goes on: another round may follow. Who starts a run ends it, and this one was handed in.");
    expect(read)
        .as("the losses that were read")
        .toHaveElementsInOrder(right())
        .diagnose(
            "round-only",
            round,
            "These are the losses of this round. Asked for is the whole curve, with those that the run held before.")
        .diagnose(
            "latest-only",
            values -> values.size() == 1,
            "`getRun` gives the latest value of a metric alone. The whole curve is in `getMetricHistory`.")
        .diagnose(
            "server-order",
            asTheyCame(),
            "The values are in the order in which the server got them, and that is not the order of the steps: rounds may log late, or from several machines. Sort by `getStep()`.")
        .diagnose(
            "sorted-by-value",
            values ->
                values.equals(right().stream().sorted().toList())
                    || values.equals(right().stream().sorted(Comparator.reverseOrder()).toList()),
            "The values are sorted by size, so every loss seems to fall. A loss may rise, and that is what one looks for in the curve. Sort by `getStep()`.");
  }
}
