package dev.kindling.check.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;

/** Errors of odd shapes: each must still give one clean sentence, a next step, and the line. */
final class ErrorTranslatorTest {

  private static final String ANSWER = "day9.sample.Medians";

  private final ErrorTranslator translator =
      new ErrorTranslator(name -> name.equals(ANSWER) || name.equals("day9.sample.Modes"));

  @Test
  void theDeepestCauseTellsTheLine() {
    Exception cause = at(new IllegalStateException("inner"), call(ANSWER, 11), call(ANSWER, 12));
    Exception error = at(new RuntimeException("outer", cause), call(ANSWER, 40));

    Translation translation = translator.translate(error);

    assertThat(translation.line()).contains(new SourceLine(ANSWER, "Medians.java", 11));
    assertThat(translation.said()).isEqualTo("Java stopped with IllegalStateException: inner.");
  }

  @Test
  void nestedAndAnonymousClassesBelongToTheAnswer() {
    Exception error = at(new IllegalStateException("x"), call(ANSWER + "$Fences$1", 7));

    assertThat(translator.translate(error).line())
        .contains(new SourceLine(ANSWER + "$Fences$1", "Medians.java", 7));
  }

  @Test
  void classesWithALongerNameAreNotTheAnswer() {
    Exception error = at(new IllegalStateException("x"), call(ANSWER + "Checks", 7));

    assertThat(translator.translate(error).line()).isEmpty();
  }

  @Test
  void aSuppressedErrorTellsTheLineIfNothingElseDoes() {
    Exception error = at(new IllegalStateException("main"));
    error.addSuppressed(at(new NullPointerException("aside"), call(ANSWER, 5)));

    Translation translation = translator.translate(error);

    assertThat(translation.line()).contains(new SourceLine(ANSWER, "Medians.java", 5));
    assertThat(translation.said()).contains("main").doesNotContain("null");
  }

  @Test
  void anExecutorsStackIsReadFromTheMessage() {
    Exception error =
        at(
            new SparkException(
                """
                Job aborted due to stage failure: Task 0 in stage 1.0 failed 1 times, most recent \
                failure: Lost task 0.0 in stage 1.0 (TID 1) (host executor driver): \
                java.lang.IllegalStateException: outer
                \tat org.apache.spark.Some.call(Some.scala:3)
                \tat app//day9.sample.Modes.lambda$all$0(Modes.java:31)
                Caused by: java.lang.NumberFormatException: For input string: "ten"
                \tat java.base/java.lang.Double.parseDouble(Double.java:1)
                \tat answer-7//day9.sample.Medians.lambda$all$0(Medians.java:29)
                \t... 12 more

                Driver stacktrace:"""),
            call("org.apache.spark.scheduler.DAGScheduler", 1),
            call(ANSWER, 99));

    Translation translation = translator.translate(error);

    assertThat(translation.line()).contains(new SourceLine(ANSWER, "Medians.java", 29));
    assertThat(translation.said()).isEqualTo("\"ten\" is not a number that Java can read.");
    assertThat(translation.rule()).contains("number-text");
  }

  @Test
  void whereAnExpressionWasWrittenCountsBeforeTheCallThatRanIt() {
    Fault fault =
        new Fault(
            "org.apache.spark.SparkArithmeticException",
            "[DIVIDE_BY_ZERO] Division by zero.",
            Optional.of("DIVIDE_BY_ZERO"),
            Map.of(),
            StackText.frames("day9.sample.Medians.fill(Medians.java:12)"),
            Optional.empty(),
            List.of(call(ANSWER, 30)));

    assertThat(
            new AnswerLine(ANSWER::equals)
                .in(new Failure(List.of(fault), List.of(), Optional.empty())))
        .contains(new SourceLine(ANSWER, "Medians.java", 12));
  }

  @Test
  void anErrorWithoutAnyTextIsStillTold() {
    Translation translation = translator.translate(at(new IllegalArgumentException()));

    assertThat(translation.line()).isEmpty();
    assertThat(translation.said())
        .isEqualTo("Java stopped with IllegalArgumentException and gave no reason.");
    assertThat(translation.nextStep()).contains("show()");
    assertThat(translation.rule()).isEqualTo(Optional.empty());
  }

  @Test
  void controlCharactersAndLongTextDoNotReachTheLearner() {
    String hostile = "\u001b[31mred\u0000 \u202eback " + "long ".repeat(500) + "\nsecond line";

    String said = translator.translate(at(new IllegalStateException(hostile))).said();

    assertThat(said).hasSizeLessThan(500).startsWith("Java stopped with IllegalStateException: ");
    assertThat(said).doesNotContain("\u001b", "\u0000", "\u202e", "\n", "second line");
  }

  @Test
  void aValueWithPlacesInItIsNotFilledAgain() {
    assertThat(
            translator
                .translate(new NumberFormatException("For input string: \"{stage}$1\""))
                .said())
        .isEqualTo("\"{stage}$1\" is not a number that Java can read.");
  }

  @Test
  void causesThatGoRoundInACircleEnd() {
    Exception first = new IllegalStateException("first");
    Exception second = at(new IllegalStateException("second", first), call(ANSWER, 3));
    first.initCause(second);

    assertThat(translator.translate(first).line()).isPresent();
  }

  @Test
  void endlessTextNeitherHangsNorOverflows() {
    for (String part : List.of("a.", "a/", "\n", "\tat a.", "Column ", "`", "Caused by: ", "(")) {
      Exception error = new IllegalStateException(part.repeat(300_000));

      Translation translation =
          assertTimeoutPreemptively(Duration.ofSeconds(20), () -> translator.translate(error));

      assertThat(translation.said()).startsWith("Java stopped with IllegalStateException");
    }
  }

  @Test
  void aRuleThatLacksAValueStaysSilent() {
    Failure failure = Failure.of(new IllegalStateException("text"));
    Rule rule = RuleBuilder.rule("needs-a-value").said("It was {missing}.").next("Go on.");

    assertThat(rule.advise(failure)).isEmpty();
  }

  private static <E extends Exception> E at(E error, StackTraceElement... stack) {
    error.setStackTrace(stack);
    return error;
  }

  private static StackTraceElement call(String className, int line) {
    return new StackTraceElement(
        className, "run", className.contains("Medians") ? "Medians.java" : "Other.java", line);
  }
}
