package dev.kindling.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Result version 1 is a promise to other programs: the golden file changes with a new version. */
final class ResultJsonTest {

  private static final String GOLDEN = "result-version-1.json";

  private static LabResult result() {
    CheckResult failed =
        new CheckResult(
            "mediansComeFromTheTrainingRows",
            Verdict.FAIL,
            10,
            "fit-on-all-rows",
            "These are the medians of train and test together.",
            "bedrooms 2.0",
            "bedrooms 2.5",
            "work/day2/imputation/Imputation.java:47",
            212);
    CheckResult passed = CheckResult.passed("oneRowPerColumn", 20, 88);
    TaskResult task =
        new TaskResult(3, "Learn the medians", Verdict.FAIL, 20, 30, List.of(failed, passed));
    return LabResult.of(
        "day2/imputation",
        "learner",
        CompileReport.success(),
        List.of(task),
        new Millis(180, 600, 1100),
        new Environment("4.2.0", "17.0.15", 42));
  }

  private static LabResult broken() {
    return LabResult.of(
        "day2/imputation",
        "learner",
        new CompileReport(
            false,
            List.of(
                new Problem(
                    "work/day2/imputation/Imputation.java:47:12", "';' expected", "return null"))),
        List.of(),
        new Millis(180, 180, 180),
        new Environment("", "17.0.15", 42));
  }

  /** The golden file without the line breaks that make it readable. */
  private static List<String> golden() throws IOException {
    try (InputStream in = ResultJsonTest.class.getResourceAsStream(GOLDEN)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return List.of(text.split("\n\n")).stream()
          .map(part -> part.lines().map(String::strip).collect(Collectors.joining()))
          .toList();
    }
  }

  @Test
  void aResultIsWrittenExactlyAsPromised() throws IOException {
    assertThat(golden()).hasSize(2);
    assertThat(Json.line(result())).isEqualTo(golden().get(0));
  }

  @Test
  void anAnswerThatDoesNotCompileIsWrittenExactlyAsPromised() throws IOException {
    assertThat(Json.line(broken())).isEqualTo(golden().get(1));
  }

  @Test
  void aResultIsOneLineWhateverTheTextsHold() {
    CheckResult check =
        CheckResult.notRun("x", Verdict.FAIL, 1, "two\nlines, a \"quote\" and \u2028");
    TaskResult task = new TaskResult(1, "t", Verdict.FAIL, 0, 1, List.of(check));
    String line = Json.line(task);
    assertThat(line.lines()).hasSize(1);
  }

  @Test
  void whatIsWrittenCanBeReadBack() throws JsonProcessingException {
    assertThat(Json.read(Json.line(result()), LabResult.class)).isEqualTo(result());
    assertThat(Json.read(Json.line(broken()), LabResult.class)).isEqualTo(broken());
  }

  @Test
  void aFieldThatIsUnknownIsRefused() {
    String json = Json.line(result()).replaceFirst("\\{", "{\"colour\":\"red\",");
    assertThatThrownBy(() -> Json.read(json, LabResult.class))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void everyKindOfEventTravelsAsOneLine() throws JsonProcessingException {
    List<GradeEvent> events =
        List.of(
            new GradeEvent.Saved("day1/a", "work/day1/a/A.java", 2),
            new GradeEvent.Working("starting Spark"),
            new GradeEvent.Compiled("day1/a", CompileReport.success(), 5),
            new GradeEvent.Checked("day1/a", 1, SampleResults.check(Verdict.TODO)),
            new GradeEvent.TaskDone("day1/a", result().tasks().get(0)),
            new GradeEvent.Explained(
                "day1/a",
                result().tasks().get(0),
                List.of(new Explanation(SampleResults.check(Verdict.FAIL), "why"))),
            new GradeEvent.AllRehearsed(
                List.of(
                    new Rehearsed(
                        new RehearsalRequest.Part("day1.a.AMistakes$B", 1),
                        List.of(SampleResults.check(Verdict.FAIL))))),
            new GradeEvent.Tried(List.of(SampleResults.check(Verdict.FAIL))),
            new GradeEvent.Finished(result()),
            new GradeEvent.Fault("no", true),
            new GradeEvent.Shown(
                new ShownTask(
                    1, Verdict.PASS, List.of(ShownPart.text("a", "b")), null, null, "", 3)),
            new GradeEvent.Beat());
    assertThat(events)
        .extracting(Object::getClass)
        .containsExactlyInAnyOrder(GradeEvent.class.getPermittedSubclasses());
    for (GradeEvent event : events) {
      String line = Json.line(event);
      assertThat(line.lines()).hasSize(1);
      assertThat(Json.read(line, GradeEvent.class)).isEqualTo(event);
    }
  }
}
