package day2.tracking;

import static dev.kindling.check.Expect.expect;

import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Optional;
import org.mlflow.api.proto.Service.ViewType;

/**
 * The runs that an answer left in an experiment of its check's own.
 *
 * @param runs in any order
 */
record RunsLeft(TrackingSpace space, String experimentId, List<LoggedRun> runs) {

  private static final int MORE_THAN_ANY_CHECK_MAKES = 200;

  static RunsLeft in(TrackingSpace space, String experimentId) {
    List<LoggedRun> runs =
        space
            .client()
            .searchRuns(List.of(experimentId), "", ViewType.ACTIVE_ONLY, MORE_THAN_ANY_CHECK_MAKES)
            .getItems()
            .stream()
            .map(LoggedRun::of)
            .toList();
    return new RunsLeft(space, experimentId, runs);
  }

  /**
   * Judges how many there are.
   *
   * @param ids what the answer returned
   */
  RunsLeft judgeCount(int expected, List<String> ids) {
    expect(runs.size())
        .as("the number of runs in the experiment")
        .toBe(expected)
        .diagnose(
            "default-experiment",
            count -> count == 0 && ids.stream().allMatch(this::isElsewhere),
            "The run is in the experiment 'Default', because `createRun()` was not told another one. Give `experimentId` to it: that is where people look for the run.")
        .diagnose(
            "all-in-one-run",
            count -> count == 1 && expected > 1,
            "There is one run for all of it, so nothing can be compared: in the table of runs it is one line. Make a run for each.")
        .help("Look at the experiment on the server's page.");
    return this;
  }

  private boolean isElsewhere(String id) {
    return !space.client().getRun(id).getInfo().getExperimentId().equals(experimentId);
  }

  /** The run with a returned id, which must be one of them. */
  LoggedRun returned(String id) {
    Optional<LoggedRun> found = runs.stream().filter(run -> run.id().equals(id)).findFirst();
    expect(id)
        .as("the returned id")
        .toSatisfy("the id of a run of the experiment", any -> found.isPresent())
        .diagnose(
            "name-for-id",
            any -> runs.stream().anyMatch(run -> run.name().equals(id)),
            "This is the name of a run. Many runs may have the same name, so everything that is asked of a server takes the id: `getRunId()` of what `createRun` returns.");
    return found.orElseThrow();
  }
}
