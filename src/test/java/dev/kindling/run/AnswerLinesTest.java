package dev.kindling.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.run.protocol.WorkerRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerLinesTest {

  private final AnswerLines lines = linesOf("day9.sample.Sample");

  @Test
  void theClassesOfItsFilesAreTheAnswers() {
    assertThat(lines.isAnswer("day9.sample.Sample")).isTrue();
    assertThat(lines.isAnswer("day9.sample.Sample$Inner$1")).isTrue();
    assertThat(lines.isAnswer("day9.sample.Rooms")).isTrue();
  }

  @Test
  void otherClassesOfTheLabAreNot() {
    assertThat(lines.isAnswer("day9.sample.SampleLab")).isFalse();
    assertThat(lines.isAnswer("day9.sample.checks.SampleChecks$Row")).isFalse();
    assertThat(lines.isAnswer("day9.sample.ExpectedRows")).isFalse();
    assertThat(lines.isAnswer("day9.samples.Sample")).isFalse();
    assertThat(lines.isAnswer("org.apache.spark.sql.Dataset")).isFalse();
  }

  @Test
  void aMistakeIsTheAnswerThoughItsFileHasAnotherName() {
    assertThat(
            linesOf("day9.sample.SampleMistakes$Wrong")
                .isAnswer("day9.sample.SampleMistakes$Wrong"))
        .isTrue();
  }

  @Test
  void theFirstFrameOfTheAnswerIsShownAsItsFile() {
    StackTraceElement[] stack = {
      new StackTraceElement("org.apache.spark.sql.Dataset", "collect", "Dataset.scala", 7),
      new StackTraceElement("day9.sample.ExpectedRows", "judge", "ExpectedRows.java", 20),
      new StackTraceElement("day9.sample.Rooms", "count", "Rooms.java", 12),
    };

    assertThat(lines.first(stack)).contains("work/day9/sample/Rooms.java:12");
  }

  private static AnswerLines linesOf(String answerClass) {
    return new AnswerLines(
        new WorkerRequest.Open(
            "lab-classes",
            "answer-classes",
            answerClass,
            "day9.sample.SampleLab",
            "day9.sample.checks.SampleChecks",
            "day9.sample.checks.SampleExamples",
            "day9.sample",
            Map.of(),
            Map.of(
                "Sample.java", "work/day9/sample/Sample.java",
                "Rooms.java", "work/day9/sample/Rooms.java"),
            42,
            null));
  }
}
