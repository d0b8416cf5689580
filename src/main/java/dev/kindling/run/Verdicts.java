package dev.kindling.run;

import dev.kindling.cause.Cause;
import dev.kindling.check.AnswerError;
import dev.kindling.check.CheckFailure;
import dev.kindling.check.TodoError;
import dev.kindling.check.errors.ErrorTranslator;
import dev.kindling.check.errors.Translation;
import dev.kindling.result.CheckResult;
import dev.kindling.result.Reason;
import dev.kindling.result.Verdict;
import dev.kindling.run.protocol.WorkerRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a check threw into a verdict that a learner can use. */
final class Verdicts {

  private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

  private final AnswerLines lines;
  private final ErrorTranslator translator;

  Verdicts(AnswerLines lines) {
    this.lines = lines;
    this.translator = new ErrorTranslator(lines::isAnswer);
  }

  /**
   * The same failure, with the cause that was found since.
   *
   * @param result the verdict without a cause
   * @param error what the check threw
   */
  CheckResult explained(CheckResult result, @Nullable Throwable error, Cause cause) {
    String message =
        error instanceof CheckFailure failure
            ? sentences(failure.rationale(), cause.text(), failure.help())
            : sentences(result.message(), cause.text());
    return result.explained(cause.id(), message);
  }

  /** The verdict on a check, as its run ended. */
  CheckResult of(WorkerRequest.Judge judge, TimedCall.Ended<Throwable> ended, long millis) {
    return ended.cut()
        ? timeout(judge, ended.location(), millis)
        : of(judge.check(), judge.points(), judge.method(), CauseSearch.thrown(ended), millis);
  }

  /**
   * @param name the check
   * @param points what it is worth
   * @param method the contract's method that it judges
   * @param error what it threw, or null
   */
  CheckResult of(
      String name, double points, String method, @Nullable Throwable error, long millis) {
    if (error == null) {
      return CheckResult.passed(name, points, millis);
    }
    if (outOfMemory(error)) {
      return CheckResult.notPassed(
              name,
              Verdict.CRASHED,
              points,
              "Java ran out of memory. Work on the frame instead of collecting it, and do not keep it all in one list or array.",
              located(error, method),
              millis)
          .diagnosed("out-of-memory");
    }
    if (error instanceof CheckFailure failure) {
      return CheckResult.notPassed(
              name,
              Verdict.FAIL,
              points,
              sentences(failure.rationale(), failure.message(), failure.help()),
              failure.getCause() == null ? lines.ofMethod(method) : located(failure, method),
              millis)
          .diagnosed(failure.diagnosis())
          .comparing(failure.expected(), failure.actual());
    }
    if (error instanceof TodoError) {
      return CheckResult.notPassed(
          name, Verdict.TODO, points, "Not written yet.", lines.ofMethod(method), millis);
    }
    if (error instanceof AnswerError || isSparks(error) || isAnswers(error)) {
      return translated(name, points, method, error, millis);
    }
    log.error("The check '{}' failed by itself.", name, error);
    return CheckResult.notPassed(
        name,
        Verdict.HARNESS,
        points,
        "The check itself failed, which is our fault and not yours: %s. The worker's log has the details."
            .formatted(error),
        null,
        millis);
  }

  /**
   * The verdict on a check that was cut at its limit.
   *
   * @param location the learner's line it was at, or null
   */
  CheckResult timeout(WorkerRequest.Judge judge, @Nullable String location, long millis) {
    return CheckResult.notPassed(
        judge.check(),
        Verdict.TIMEOUT,
        judge.points(),
        "Still running after %d seconds of its own time, so it was stopped%s. Look for a loop that does not end, for work that is done once per row, or for something that is waited for and never comes."
            .formatted(judge.seconds(), location == null ? "" : " at the line shown"),
        location == null ? lines.ofMethod(judge.method()) : location,
        millis);
  }

  private CheckResult translated(
      String name, double points, String method, Throwable error, long millis) {
    if (error instanceof AnswerError && error.getCause() == null) {
      return CheckResult.notPassed(
          name, Verdict.FAIL, points, Reason.of(error), lines.ofMethod(method), millis);
    }
    Translation translation = translator.translate(error);
    return CheckResult.notPassed(
        name,
        Verdict.FAIL,
        points,
        sentences(translation.said(), translation.nextStep()),
        translation.line().map(lines::shown).orElse(lines.ofMethod(method)),
        millis);
  }

  private @Nullable String located(Throwable error, String method) {
    Optional<String> line = translator.translate(error).line().map(lines::shown);
    return line.orElse(lines.ofMethod(method));
  }

  static boolean outOfMemory(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError) {
        return true;
      }
      if (cause.getCause() == cause) {
        return false;
      }
    }
    return false;
  }

  /** Spark fails late: a broken frame throws where the check first looks at it. */
  private static boolean isSparks(Throwable error) {
    String type = error.getClass().getName();
    return type.startsWith("org.apache.spark.") || type.startsWith("io.delta.");
  }

  private boolean isAnswers(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (lines.first(cause.getStackTrace()).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static String sentences(@Nullable String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (part != null && !part.isBlank()) {
        text.append(text.isEmpty() ? "" : " ").append(part.strip());
      }
    }
    return text.toString();
  }
}
