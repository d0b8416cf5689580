package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.check.sample.CountMistakes;
import dev.kindling.check.sample.CountSolution;
import dev.kindling.check.sample.Numbers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class CheckExtensionTest {

  private static final String CHECKS = "dev.kindling.check.sample.CountChecks";
  private static final String MISTAKES = CountMistakes.class.getName();
  private static final String FIRST = "everyRowIsCounted";
  private static final String SECOND = "anEmptyFrameHasNoRows";
  private static final String ONE_ROW = "someRowsAreCounted: one row";
  private static final String A_NULL = "someRowsAreCounted: a row with a null";

  @TempDir Path cache;

  /** What each check threw; empty for a pass. */
  private static final class Results implements TestExecutionListener {

    private final Map<String, Optional<Throwable>> byName = new LinkedHashMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        byName.put(test.getDisplayName(), result.getThrowable());
      } else {
        result
            .getThrowable()
            .ifPresent(thrown -> byName.put(test.getDisplayName(), Optional.of(thrown)));
      }
    }

    <T extends Throwable> T failure(String check, Class<T> type) {
      assertThat(byName).containsKey(check);
      assertThat(byName.get(check)).containsInstanceOf(type);
      return type.cast(byName.get(check).orElseThrow());
    }

    void allPass() {
      assertThat(byName).containsOnlyKeys(FIRST, SECOND, ONE_ROW, A_NULL);
      assertThat(byName.values()).allMatch(Optional::isEmpty);
    }
  }

  @BeforeEach
  @AfterEach
  void clearProperties() {
    System.clearProperty("kindling.answer");
    System.clearProperty("kindling.seed");
  }

  private static Results run(Optional<CheckContext> context) {
    return run(CHECKS, context);
  }

  private static Results run(String checks, Optional<CheckContext> context) {
    Results results = new Results();
    Checking.spark();
    try (LauncherSession session = LauncherFactory.openSession()) {
      context.ifPresent(
          given -> session.getStore().put(CheckContext.NAMESPACE, CheckContext.KEY, given));
      session
          .getLauncher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(DiscoverySelectors.selectClass(checks))
                  .build(),
              results);
    }
    return results;
  }

  private static Results runInGutter(String answer) {
    System.setProperty("kindling.answer", answer);
    return run(Optional.empty());
  }

  private Results runWith(Class<?> answerClass, long seed) {
    return run(
        Optional.of(new FixedContext(Checking.spark().newSession(), seed, cache, answerClass)));
  }

  @Test
  void aGivenContextIsUsed() {
    runWith(CountSolution.class, 5).allPass();
    CheckFailure failure =
        runWith(CountMistakes.OneLess.class, 5).failure(FIRST, CheckFailure.class);
    assertThat(failure.rationale()).isEqualTo("Expected the count to be 5, but it is 4.");
    assertThat(failure.diagnosis()).isEqualTo("one-less");
  }

  @Test
  void datasetsAreMadeOncePerRun() {
    int before = Numbers.made();
    runWith(CountSolution.class, 5).allPass();
    assertThat(Numbers.made()).isEqualTo(before + 1);
    runWith(CountSolution.class, 6).allPass();
    assertThat(Numbers.made()).isEqualTo(before + 2);
  }

  @Test
  void aDatasetThatFailedForOneCheckIsMadeForTheNext() {
    Numbers.failNext(1);
    Results results = runWith(CountSolution.class, 5);
    assertThat(results.byName).containsKeys(FIRST, SECOND);
    assertThat(results.byName.values().stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasRootCauseMessage("not this time"));
  }

  @Test
  void theLastExpectationOfACheckIsSettled() {
    Results results = runWith(CountMistakes.OneLess.class, 5);
    assertThat(results.failure(SECOND, CheckFailure.class).rationale())
        .isEqualTo("Expected the count to be 0, but it is -1.");
  }

  @Test
  void eachCaseIsACheckOfItsOwnAndIsToldWhichItIs() {
    Results results = runWith(CountMistakes.SkipsNulls.class, 5);
    assertThat(results.failure(A_NULL, CheckFailure.class).rationale())
        .isEqualTo("Expected the count to be 1, but it is 0.");
    assertThat(results.byName.get(ONE_ROW)).isEmpty();
  }

  @Test
  void casesAndTheParameterThatTellsThemComeTogether() {
    Results results =
        run(
            "dev.kindling.check.sample.MalformedChecks",
            Optional.of(new FixedContext(Checking.spark(), 5, cache, CountSolution.class)));
    assertThat(results.byName).hasSize(2);
    assertThat(results.failure("isNotToldWhich(CountLab)", IllegalStateException.class))
        .hasMessage(
            "The check 'isNotToldWhich' has cases but is not told which: give it a String parameter.");
    assertThat(results.failure("hasNoCases(CountLab, String)", IllegalStateException.class))
        .hasMessage(
            "The check 'hasNoCases' takes the name of a case but has none: say 'cases = {…}'.");
  }

  @Test
  void whatTheAnswerThrowsIsWhatTheCheckThrows() {
    assertThat(runWith(CountMistakes.NotBegun.class, 5).failure(FIRST, TodoError.class).task())
        .isEqualTo(1);
    assertThat(runWith(CountMistakes.NotCreated.class, 5).failure(FIRST, AnswerError.class))
        .hasMessage("Creating NotCreated failed: IllegalStateException: no luck");
  }

  @Test
  void theGutterJudgesTheSolutionWhereItIsAskedTo() {
    runInGutter("solution").allPass();
  }

  @Test
  void theGutterJudgesAnyClassWithAnySeed() {
    System.setProperty("kindling.seed", "7");
    CheckFailure failure = runInGutter(MISTAKES + "$OneLess").failure(FIRST, CheckFailure.class);
    assertThat(failure.rationale()).isEqualTo("Expected the count to be 7, but it is 6.");
  }

  @Test
  void theGutterSaysHowToGetAnAnswer() {
    assertThat(runInGutter("learner").failure(FIRST, AnswerError.class))
        .hasMessage(
            "There is no class 'dev.kindling.check.sample.Count' on the class path: "
                + "run './lab start sample', then let the IDE build work/.");
    assertThat(runInGutter("day1.none.None").failure(SECOND, AnswerError.class))
        .hasMessage(
            "There is no class 'day1.none.None' on the class path: "
                + "look at the system property kindling.answer, which is 'day1.none.None'.");
  }
}
