package dev.kindling.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.CheckName;
import dev.kindling.lab.ExampleInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.Problem;
import dev.kindling.workbench.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LabKitsTest {

  private static final String CONTRACT = "labs/day9/sample/SampleLab.java";
  private static final Supplier<SourceCompiler> NO_COMPILER =
      () -> {
        throw new AssertionError("Nothing should have to be compiled.");
      };

  private SourceCompiler compiler;
  private SourceFolder folder;

  @BeforeAll
  void startCompiler() {
    compiler = new SourceCompiler(Home.workerClassPath());
  }

  @AfterAll
  void closeCompiler() {
    compiler.close();
  }

  @BeforeEach
  void checkout(@TempDir Path root) {
    folder = SourceFolder.withSample(root);
  }

  private LabKits kits(Supplier<SourceCompiler> supplier) {
    return new LabKits(
        folder.root(), folder.root().resolve(".kindling/classes"), "build-1", supplier);
  }

  private LabScan scan() {
    return kits(() -> compiler).scan();
  }

  private LabKit sample() {
    return scan().kits().values().iterator().next();
  }

  private Problem onlyProblem() {
    LabScan scan = scan();
    assertThat(scan.catalogue().labs()).isEmpty();
    assertThat(scan.problems()).hasSize(1);
    return scan.problems().get(0);
  }

  @Test
  void aLabIsReadAsItIsDeclared() {
    LabInfo lab = sample().entry().info();
    assertThat(lab.id()).hasToString("day9/sample");
    assertThat(lab.day()).isEqualTo(9);
    assertThat(lab.order()).isEqualTo(1);
    assertThat(lab.title()).isEqualTo("A sample");
    assertThat(lab.minutes()).isEqualTo(1);
    assertThat(lab.contract()).isEqualTo("day9.sample.SampleLab");
    assertThat(lab.maxPoints()).isEqualTo(100);
    assertThat(lab.tasks())
        .extracting(TaskInfo::number, TaskInfo::method, TaskInfo::points, TaskInfo::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "rows", 40.0, List.of()),
            org.assertj.core.groups.Tuple.tuple(2, "doubled", 40.0, List.of()),
            org.assertj.core.groups.Tuple.tuple(3, "total", 20.0, List.of(2)));
    assertThat(lab.task(1).orElseThrow().hints())
        .containsExactly("Which method counts?", "It is an action.", "frame.count()");
  }

  @Test
  void checksAndExamplesKeepTheOrderOfTheSource() {
    LabInfo lab = sample().entry().info();
    assertThat(lab.checks())
        .extracting(CheckInfo::name)
        .containsExactly(
            "allRowsAreCounted",
            "anEmptyFrameHasNone",
            "idsAreDoubled",
            "largeIdsAreDoubledToo",
            "theSumIsRight: four rows",
            "theSumIsRight: five rows");
    assertThat(lab.checks()).extracting(CheckInfo::seconds).containsOnly(20);
    assertThat(lab.examples())
        .extracting(ExampleInfo::name)
        .containsExactly("fiveRows", "threeDoubled", "theSum");
  }

  @Test
  void aCheckMaySayHowLongItMayTake() {
    folder.edit(
        "labs/day9/sample/checks/SampleChecks.java",
        "@Check(task = 1, points = 30)",
        "@Check(task = 1, points = 30, seconds = 90)");
    assertThat(sample().entry().info().checks().get(0).seconds()).isEqualTo(90);
  }

  @Test
  void eachCaseOfACheckIsACheckWithPointsOfItsOwn() {
    folder.edit(
        "labs/day9/sample/checks/SampleChecks.java",
        "@Check(task = 1, points = 30)",
        "@Check(task = 1, points = 15, cases = {\"plain\", \"another: seed\"})");
    assertThat(sample().entry().info().checksOf(1))
        .extracting(CheckInfo::name, CheckInfo::points)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("allRowsAreCounted: plain", 15.0),
            org.assertj.core.groups.Tuple.tuple("allRowsAreCounted: another: seed", 15.0),
            org.assertj.core.groups.Tuple.tuple("anEmptyFrameHasNone", 10.0));
    assertThat(CheckName.of("allRowsAreCounted: another: seed"))
        .isEqualTo(new CheckName("allRowsAreCounted", "another: seed"));
    assertThat(CheckName.of("anEmptyFrameHasNone").hasCase()).isFalse();
  }

  @Test
  void casesWithoutANameOfTheirOwnAreTold() {
    folder.edit(
        "labs/day9/sample/checks/SampleChecks.java",
        "@Check(task = 1, points = 30)",
        "@Check(task = 1, points = 15, cases = {\"plain\", \"plain\"})");
    assertThat(onlyProblem().message())
        .isEqualTo(
            "The check 'allRowsAreCounted' has the cases [plain, plain]: give each a name of its own.");
  }

  @Test
  void mistakesAndVariantsAreFoundInTheSolutions() {
    List<AnswerInfo> answers = kits(() -> compiler).answers(sample());
    assertThat(answers).filteredOn(AnswerInfo::mistake).isNotEmpty();
    assertThat(answers).filteredOn(answer -> !answer.mistake()).isNotEmpty();
    assertThat(answers)
        .contains(
            new AnswerInfo(
                "day9.sample.SampleMistakes$Tripled",
                2,
                "tripled",
                "These are tripled: each `twice` is three times its id. Multiply by 2."))
        .contains(new AnswerInfo("day9.sample.SampleVariants$BuiltIn", 0, "", ""));
  }

  @Test
  void anUnchangedLabNeedsNoCompiler() {
    LabScan first = scan();
    LabScan second = kits(NO_COMPILER).scan();
    assertThat(second.kits()).isEqualTo(first.kits());
    assertThat(second.problems()).isEmpty();
  }

  @Test
  void anEditedLabIsReadAnew() {
    scan();
    folder.edit(CONTRACT, "title = \"A sample\"", "title = \"Another sample\"");
    assertThat(sample().entry().info().title()).isEqualTo("Another sample");
  }

  @Test
  void aLabThatDoesNotCompileIsToldByLineAndTheOthersAreThere() {
    folder.write(
        "labs/day9/other/OtherLab.java", "package day9.other; public interface OtherLab {");
    LabScan scan = scan();
    assertThat(scan.catalogue().labs()).hasSize(1);
    assertThat(scan.problems().get(0).location()).startsWith("labs/day9/other/OtherLab.java:1:");
  }

  @Test
  void aContractWithoutTheAnnotationIsTold() {
    folder.edit(CONTRACT, "@Lab(day = 9, order = 1, title = \"A sample\", minutes = 1)", "");
    assertThat(onlyProblem().message()).contains("day9.sample.SampleLab").contains("@Lab");
  }

  @Test
  void aLabWithoutChecksIsTold() throws IOException {
    Files.delete(folder.root().resolve("labs/day9/sample/checks/SampleChecks.java"));
    assertThat(onlyProblem().message()).contains("day9.sample.checks.SampleChecks");
  }

  @Test
  void checksBesideTheContractAreNotFound() throws IOException {
    Path checks = folder.root().resolve("labs/day9/sample/checks/SampleChecks.java");
    folder.write(
        "labs/day9/sample/SampleChecks.java",
        Files.readString(checks).replace("package day9.sample.checks;", "package day9.sample;"));
    Files.delete(checks);
    assertThat(onlyProblem().message()).contains("day9.sample.checks.SampleChecks");
  }

  @Test
  void aFolderWithoutAContractIsTold() throws IOException {
    Files.delete(folder.root().resolve(CONTRACT));
    assertThat(onlyProblem().location()).isEqualTo("labs/day9/sample");
    assertThat(onlyProblem().message()).contains("'<Name>Lab.java'").contains("there are 0");
  }

  @Test
  void aFolderThatIsNoIdIsTold() {
    folder.write("labs/Day9/my-lab/MyLab.java", "package x;");
    assertThat(scan().problems().get(0).message()).contains("'Day9/my-lab'");
  }

  @Test
  void hiddenFoldersAndFilesBetweenTheLabsAreNoLabs() {
    folder.write("labs/README.md", "# Labs");
    folder.write("labs/.idea/x/x.xml", "<x/>");
    assertThat(scan().problems()).isEmpty();
  }

  @Test
  void aLabWithoutASolutionIsTold() throws IOException {
    LabKit kit = sample();
    for (String name : List.of("Solution", "Mistakes", "Variants")) {
      Files.delete(folder.root().resolve("solutions/day9/sample/Sample" + name + ".java"));
    }
    assertThatThrownBy(() -> kits(() -> compiler).solutions(kit))
        .isInstanceOf(MalformedLabException.class)
        .hasMessageContaining("solutions/day9/sample/SampleSolution.java");
  }

  @Test
  void aSolutionThatDoesNotCompileIsToldByLine() {
    LabKit kit = sample();
    folder.edit("solutions/day9/sample/SampleSolution.java", "frame.count()", "frame.cuont()");
    assertThatThrownBy(() -> kits(() -> compiler).solutions(kit))
        .isInstanceOf(MalformedLabException.class)
        .hasMessageContaining("solutions/day9/sample/SampleSolution.java:")
        .hasMessageContaining("cuont");
  }
}
