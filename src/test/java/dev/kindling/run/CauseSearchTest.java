package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kindling.cause.Cause;
import dev.kindling.cause.Observation;
import dev.kindling.cause.Perturbation;
import dev.kindling.cause.Suspect;
import dev.kindling.cause.Suspects;
import dev.kindling.check.CheckFailure;
import dev.kindling.check.CheckScope;
import dev.kindling.check.Expect;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is run to find causes, and what is remembered from before. */
final class CauseSearchTest {

  private static final WorkerRequest.TaskChecks TASK =
      new WorkerRequest.TaskChecks(1, "medians", List.of("one", "two"), 20);
  private static final WorkerRequest.TaskChecks OTHER_TASK =
      new WorkerRequest.TaskChecks(2, "modes", List.of("three"), 20);

  private final People people = new People("solutions-1");
  private final CauseSearch search = new CauseSearch();

  /** Two mistakes and a changed input, whose values are made up; what runs is noted. */
  private static final class People implements Lineup {

    private final WorkerRequest.Known known;
    private final List<String> ran = new ArrayList<>();
    private final Map<String, Double> values = new HashMap<>();
    private boolean requested;
    private boolean late;

    People(String classes) {
      known =
          new WorkerRequest.Known(
              classes,
              "Solution",
              List.of(
                  new AnswerInfo("Mean", 1, "mean", "These are means."),
                  new AnswerInfo("Mode", 1, "mode", "These are modes.")),
              null);
      values.put("Mean one", 12.345678);
      values.put("joined one", 98.765432);
    }

    @Override
    public WorkerRequest.Known known() {
      return known;
    }

    @Override
    public Suspects suspects(WorkerRequest.TaskChecks task) {
      return Suspects.of(
          task.number(),
          known.mistakes(),
          List.of(
              new Perturbation(
                  "joined", "joined", "`b` is added to `a`", "Look.", UnaryOperator.identity())));
    }

    @Override
    public TimedCall.Ended<Throwable> run(
        String check, WorkerRequest.TaskChecks task, Suspect suspect) throws InterruptedException {
      String name = suspect.key() + " " + check;
      if (requested) {
        throw new InterruptedException(name);
      }
      ran.add(name);
      return new TimedCall.Ended<>(
          values.containsKey(name) ? failure(values.get(name)) : null, null, late, null, false);
    }
  }

  private static CheckFailure failure(double value) {
    return catchThrowableOfType(
        CheckFailure.class, () -> CheckScope.run(() -> Expect.expect(value).toBe(0.5)));
  }

  private static WorkerRequest.Open answer(String lab, long seed) {
    return new WorkerRequest.Open(
        lab, "", "day9.none.None", "", "", "", "day9.none", Map.of(), Map.of(), seed, null);
  }

  private static WorkerRequest.Open answer() {
    return answer("lab-1", 42);
  }

  /** The first check failed with a value, the second passed. */
  private static Map<String, Observation> outcomes(double value) {
    return Map.of("one", Observation.of(failure(value)), "two", Observation.of(null));
  }

  private void lookAheadAtAll(WorkerRequest.TaskChecks... tasks) throws Exception {
    while (search.ahead(answer(), people, List.of(tasks))) {
      assertThat(people.ran).hasSizeLessThan(20);
    }
  }

  @Test
  void whatIsNotRememberedIsNotRunWhenOnlyTheRememberedIsAskedFor() throws Exception {
    assertThat(search.remembered(answer(), people, TASK, outcomes(12.345678))).isEmpty();
    assertThat(people.ran).isEmpty();
  }

  @Test
  void aFirstLookRunsTheMistakesAndASecondRunsNothing() throws Exception {
    Map<String, Cause> first = search.find(answer(), people, TASK, outcomes(12.345678));
    assertThat(first).containsExactly(Map.entry("one", new Cause("mean", "These are means.")));
    assertThat(people.ran).containsExactly("Mean one", "Mode one");

    people.ran.clear();
    assertThat(search.find(answer(), people, TASK, outcomes(12.345678))).isEqualTo(first);
    assertThat(search.remembered(answer(), people, TASK, outcomes(12.345678))).contains(first);
    assertThat(people.ran).isEmpty();
  }

  @Test
  void aheadEachCheckIsRunOncePerSuspectMistakesOfAllTasksFirst() throws Exception {
    lookAheadAtAll(TASK, OTHER_TASK);

    assertThat(people.ran)
        .containsExactly(
            "Mean one",
            "Mode one",
            "Mean two",
            "Mode two",
            "joined one",
            "joined two",
            "joined three");
  }

  @Test
  void aheadOneThingIsRunAtATime() throws Exception {
    assertThat(search.ahead(answer(), people, List.of(TASK))).isTrue();
    assertThat(people.ran).containsExactly("Mean one");
  }

  @Test
  void whatWasRunAheadIsNotRunForACause() throws Exception {
    lookAheadAtAll(TASK);
    people.ran.clear();

    assertThat(search.remembered(answer(), people, TASK, outcomes(12.345678)).orElseThrow())
        .containsExactly(Map.entry("one", new Cause("mean", "These are means.")));
    assertThat(search.remembered(answer(), people, TASK, outcomes(98.765432)).orElseThrow())
        .extractingByKey("one")
        .extracting(Cause::id)
        .isEqualTo("joined");
    assertThat(people.ran).isEmpty();
  }

  @Test
  void anotherSeedAnotherBuildOfTheLabOrOfItsMistakesIsRunAnew() throws Exception {
    lookAheadAtAll(TASK);
    Map<String, Observation> failed = outcomes(12.345678);
    assertThat(search.remembered(answer(), people, TASK, failed)).isPresent();

    assertThat(search.remembered(answer("lab-1", 43), people, TASK, failed)).isEmpty();
    assertThat(search.remembered(answer("lab-2", 42), people, TASK, failed)).isEmpty();
    assertThat(search.remembered(answer(), new People("solutions-2"), TASK, failed)).isEmpty();
  }

  @Test
  void theLabAtWorkAndTheOneBeforeItAreRememberedAndNoOther() throws Exception {
    Map<String, Observation> failed = outcomes(12.345678);
    search.find(answer("lab-1", 42), people, TASK, failed);
    search.find(answer("lab-2", 42), people, TASK, failed);
    assertThat(search.remembered(answer("lab-1", 42), people, TASK, failed)).isPresent();

    search.find(answer("lab-3", 42), people, TASK, failed);
    assertThat(search.remembered(answer("lab-1", 42), people, TASK, failed)).isPresent();
    assertThat(search.remembered(answer("lab-2", 42), people, TASK, failed)).isEmpty();
  }

  @Test
  void aRunThatARequestInterruptsIsNotRemembered() throws Exception {
    people.requested = true;
    assertThatThrownBy(() -> search.ahead(answer(), people, List.of(TASK)))
        .isInstanceOf(InterruptedException.class);

    people.requested = false;
    lookAheadAtAll(TASK);
    assertThat(people.ran).startsWith("Mean one");
  }

  @Test
  void aRunThatTookTooLongIsRememberedAndNamesNothing() throws Exception {
    people.late = true;
    lookAheadAtAll(TASK);
    people.late = false;
    people.ran.clear();

    assertThat(search.find(answer(), people, TASK, outcomes(12.345678))).isEmpty();
    assertThat(people.ran).isEmpty();
  }
}
