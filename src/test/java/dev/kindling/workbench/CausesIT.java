package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Causes without a single known mistake: from changed inputs and from relations, in a real worker.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CausesIT {

  private Path root;
  private Workbench workbench;

  private final List<GradeEvent> events = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path folder) {
    root = folder;
    SampleCheckout checkout = new SampleCheckout(root, Path.of("src/test/resources/generic"));
    workbench = new Workbench(checkout.home());
  }

  @AfterAll
  void stop() {
    workbench.close();
  }

  /** What an answer with this method gets, beside right ones for the other tasks. */
  private List<CheckResult> judged(int task, String method) throws Exception {
    LabResult result = grade(method);
    assertThat(result.compile().problems()).isEmpty();
    assertThat(result.tasks().stream().filter(other -> other.task() != task))
        .allMatch(other -> other.passed());
    return result.tasks().get(task - 1).checks();
  }

  private LabResult grade(String method) throws IOException, InterruptedException {
    String solution = Files.readString(root.resolve("solutions/day9/generic/GenericSolution.java"));
    String name = method.replaceFirst("(?s).*?(\\w+)\\(.*", "$1");
    String answer =
        solution
            .replace("GenericSolution", "Generic")
            .replaceFirst(
                "  @Override\\R  public ([^(]+) " + name + "\\(", "  public $1 old_" + name + "(")
            .replace(
                "import java.util.List;",
                "import java.util.*;\nimport org.apache.spark.sql.functions;")
            .replaceFirst("}\\s*$", "@Override public " + method.replace("$", "\\$") + "\n}\n");
    Path file = root.resolve("work/day9/generic/Generic.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, answer);
    events.clear();
    LabResult result =
        workbench.grade(GradeRequest.of("day9/generic", AnswerRef.LEARNER, 42), events::add);
    assertThat(result).as("%s", events).isNotNull();
    return result;
  }

  private static List<String> causes(List<CheckResult> checks) {
    return checks.stream().map(CheckResult::diagnosis).filter(Objects::nonNull).distinct().toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          other-rows-joined  | train.union(test)
          other-rows-instead | test
          null-rows-dropped  | train.na().drop()
          nulls-as-zero      | train.na().fill(0)
          distinct-rows      | train.distinct()
          """)
  void theSolutionOnOtherRowsIsRecognised(String cause, String rows) throws Exception {
    List<CheckResult> checks =
        judged(
            1,
            "Dataset<Row> means(Dataset<Row> train, Dataset<Row> test, List<String> columns) {"
                + " return old_means(%s, test, columns); }".formatted(rows));

    assertThat(causes(checks)).containsExactly(cause);
    assertThat(checks.get(0).message())
        .contains("Your result is exactly what the right code gives");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          percent      | col("part").divide(col("whole")).multiply(100)
          complement   | lit(1).minus(col("part").divide(col("whole")))
          turned-over  | col("whole").divide(col("part"))
          rounded      | functions.round(col("part").divide(col("whole")), 3)
          gap-as-zero  | functions.coalesce(col("part").divide(col("whole")), lit(0.0))
          """)
  void whatTheNumbersHaveInCommonIsTold(String cause, String share) throws Exception {
    List<CheckResult> checks =
        judged(
            2,
            "Dataset<Row> shares(Dataset<Row> rows) { return rows.withColumn(\"share\", %s); }"
                .formatted(share));

    assertThat(causes(checks)).containsExactly(cause);
  }

  @Test
  void rowsThatLackWhateverHasANullAreTold() throws Exception {
    List<CheckResult> checks =
        judged(
            2,
            "Dataset<Row> shares(Dataset<Row> rows) {"
                + " return old_shares(rows).where(\"share > 0\"); }");

    assertThat(checks.get(0).diagnosis()).isEqualTo("null-rows-gone");
    assertThat(checks.get(0).message()).contains("in which `share` is null");
    assertThat(checks.get(1).passed()).isTrue();
  }

  @Test
  void theOrderThatTheRowsHaveIsTold() throws Exception {
    List<CheckResult> checks =
        judged(
            3,
            "List<String> best(Dataset<Row> points, int count) {"
                + " List<String> names = new ArrayList<>(old_best(points, count));"
                + " Collections.reverse(names); return names; }");

    assertThat(causes(checks)).containsExactly("reversed");
  }

  @Test
  void whatFitsNothingIsNotNamed() throws Exception {
    List<CheckResult> checks =
        judged(
            2,
            "Dataset<Row> shares(Dataset<Row> rows) {"
                + " return rows.withColumn(\"share\", col(\"part\").divide(col(\"whole\").plus(0.37))); }");

    assertThat(causes(checks)).isEmpty();
    assertThat(checks).noneMatch(CheckResult::passed);
  }

  @Test
  void whatACheckNamesByItselfIsNotToldOnceMore() throws Exception {
    List<CheckResult> checks =
        judged(
            2,
            "Dataset<Row> shares(Dataset<Row> rows) {"
                + " return rows.withColumn(\"share\", col(\"part\").divide(col(\"part\").plus(col(\"whole\")))); }");

    assertThat(causes(checks)).contains("share-of-both");
    assertThat(events)
        .filteredOn(GradeEvent.Explained.class::isInstance)
        .flatExtracting(event -> ((GradeEvent.Explained) event).found())
        .extracting(found -> found.result().diagnosis())
        .doesNotContain("share-of-both");
  }
}
