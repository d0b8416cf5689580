package dev.kindling.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.Problem;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.SampleCheckout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswerCompilerTest {

  private static final String FILE = "work/day9/sample/Sample.java";
  private static final Supplier<SourceCompiler> NO_COMPILER =
      () -> {
        throw new AssertionError("Nothing should have to be compiled.");
      };

  private SourceCompiler compiler;
  private SourceFolder folder;
  private AnswerCompiler answers;
  private LabKit kit;

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
    answers = answers(() -> compiler);
    kit = kits(() -> compiler).scan().kits().values().iterator().next();
  }

  private Path classes() {
    return folder.root().resolve(".kindling/classes");
  }

  private LabKits kits(Supplier<SourceCompiler> supplier) {
    return new LabKits(folder.root(), classes(), "build-1", supplier);
  }

  private AnswerCompiler answers(Supplier<SourceCompiler> supplier) {
    return new AnswerCompiler(kits(supplier), classes(), "build-1", supplier);
  }

  private CompiledAnswer learner(String source) {
    folder.write(FILE, source);
    return answers.compile(kit, AnswerRef.LEARNER);
  }

  private static Problem onlyProblem(CompiledAnswer answer) {
    assertThat(answer.report().ok()).isFalse();
    assertThat(answer.report().problems()).hasSize(1);
    return answer.report().problems().get(0);
  }

  private static Set<String> entries(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString().replace('\\', '/'))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void itsFolderHoldsTheAnswerAndNothingOfTheLab() throws IOException {
    CompiledAnswer answer = learner(SampleCheckout.right());
    assertThat(answer.report().ok()).as("%s", answer.report()).isTrue();
    assertThat(answer.className()).isEqualTo("day9.sample.Sample");
    assertThat(entries(answer.classes())).containsExactly("day9/sample/Sample.class");
    assertThat(answer.files()).containsEntry("Sample.java", FILE);
  }

  @Test
  void theSolutionAndItsMistakesShareOneFolder() {
    CompiledAnswer solution = answers.compile(kit, AnswerRef.SOLUTION);
    CompiledAnswer mistake = answers.compile(kit, AnswerRef.known("Tripled"));
    assertThat(mistake.classes()).isEqualTo(solution.classes());
    assertThat(mistake.className()).isEqualTo("day9.sample.SampleMistakes$Tripled");
    assertThat(mistake.methods()).as("inherited ones too").containsKeys("rows", "doubled", "total");
  }

  @Test
  void aMistakeThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> answers.compile(kit, AnswerRef.known("Quadrupled")))
        .isInstanceOf(MalformedLabException.class)
        .hasMessageContaining("'Quadrupled'")
        .hasMessageContaining("day9/sample");
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    CompiledAnswer answer = learner("\uFEFF" + SampleCheckout.right());
    assertThat(answer.report().ok()).as("%s", answer.report()).isTrue();
  }

  @Test
  void windowsLineEndsKeepTheirLineNumbers() {
    String windows = SampleCheckout.with("rows", "return frame.cuont();").replace("\n", "\r\n");
    Problem problem = onlyProblem(learner(windows));
    long line = windows.lines().takeWhile(text -> !text.contains("cuont")).count() + 1;
    assertThat(problem.location()).startsWith(FILE + ":" + line + ":");
    assertThat(problem.source()).isEqualTo("return frame.cuont();");
  }

  @Test
  void aFileOfAnotherNameIsJudgedAsTheAnswer() {
    Path file = folder.write("inbox/my try (2).java", SampleCheckout.right());
    CompiledAnswer answer = answers.compile(kit, AnswerRef.file(file.toString()));
    assertThat(answer.report().ok()).as("%s", answer.report()).isTrue();
    assertThat(answer.className()).isEqualTo("day9.sample.Sample");
    assertThat(answer.files()).containsEntry("my try (2).java", "inbox/my try (2).java");
  }

  @Test
  void aFileThatIsNotThereIsTold() {
    CompiledAnswer answer = answers.compile(kit, AnswerRef.file("inbox/none.java"));
    assertThat(onlyProblem(answer).location()).isEqualTo("inbox/none.java");
    assertThat(onlyProblem(answer).message()).contains("no such file");
  }

  @Test
  void anAnswerMayHaveSeveralFiles() throws IOException {
    folder.write(
        "work/day9/sample/Doubling.java",
        """
        package day9.sample;
        final class Doubling {
          static long of(long id) { return id * 2; }
        }
        """);
    CompiledAnswer answer =
        learner(
            SampleCheckout.with(
                "doubled",
                "UDF1<Long, Long> f = Doubling::of; return frame.withColumn(\"twice\", udf(f, DataTypes.LongType).apply(col(\"id\")));"));
    assertThat(answer.report().ok()).as("%s", answer.report()).isTrue();
    assertThat(entries(answer.classes())).contains("day9/sample/Doubling.class");
    assertThat(answer.files()).containsKeys("Sample.java", "Doubling.java");
  }

  @Test
  void anErrorInAnyOfItsFilesIsTold() {
    folder.write("work/day9/sample/Notes.java", "package day9.sample; class Notes { int x = ; }");
    assertThat(onlyProblem(learner(SampleCheckout.right())).location())
        .startsWith("work/day9/sample/Notes.java:1:");
  }

  @Test
  void anUnchangedAnswerNeedsNoCompiler() {
    CompiledAnswer first = learner(SampleCheckout.right());
    CompiledAnswer second = answers(NO_COMPILER).compile(kit, AnswerRef.LEARNER);
    assertThat(second).isEqualTo(first);
  }

  @Test
  void anotherBuildCompilesAgain() {
    learner(SampleCheckout.right());
    AnswerCompiler other = new AnswerCompiler(kits(NO_COMPILER), classes(), "build-2", NO_COMPILER);
    assertThatThrownBy(() -> other.compile(kit, AnswerRef.LEARNER))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nothing should");
  }

  @Test
  void whatDoesNotCompileIsNotKept() {
    String broken = SampleCheckout.with("rows", "return frame.cuont();");
    assertThat(learner(broken).report().ok()).isFalse();
    assertThat(learner(broken).report().ok()).isFalse();
    assertThat(learner(SampleCheckout.right()).report().ok()).isTrue();
  }

  @Test
  void aFolderThatAKillLeftHalfWrittenIsIgnoredAndLaterDeleted() throws IOException {
    Path kept = learner(SampleCheckout.right()).classes().getParent();
    Path torn = Files.createDirectories(kept.resolveSibling(".new-4711"));
    Files.createDirectories(torn.resolve("classes"));
    Files.setLastModifiedTime(torn, FileTime.fromMillis(0));
    assertThat(learner(SampleCheckout.right() + "\n").report().ok()).isTrue();
    assertThat(torn).doesNotExist();
    try (Stream<Path> folders = Files.list(kept.getParent())) {
      assertThat(folders).isNotEmpty().allMatch(path -> Files.exists(path.resolve("classes")));
    }
  }

  @Test
  void aFileThatIsNotTextIsAProblemAndNoFault() {
    folder.write(FILE, new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0});
    CompiledAnswer answer = answers.compile(kit, AnswerRef.LEARNER);
    assertThat(answer.report().ok()).isFalse();
    assertThat(answer.report().problems().get(0).location()).startsWith(FILE);
  }

  @Test
  void aFileInLatin1KeepsItsLines() {
    String source = SampleCheckout.with("rows", "/* caf\u00e9 */ return frame.count();");
    folder.write(FILE, source.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answers.compile(kit, AnswerRef.LEARNER).report().ok()).isTrue();
  }

  @Test
  void tenErrorsAreShownAndTheRestCounted() {
    CompiledAnswer answer = learner(SampleCheckout.with("rows", "no(); ".repeat(14) + "return 1;"));
    assertThat(answer.report().problems()).hasSize(11);
    assertThat(answer.report().problems().get(10).message()).contains("4 more errors");
  }

  @Test
  void anAbstractAnswerIsTold() {
    String source = "package day9.sample; public abstract class Sample implements SampleLab {}";
    assertThat(onlyProblem(learner(source)).message()).contains("drop 'abstract'");
  }

  @Test
  void theContractMayComeFromASuperclass() {
    folder.write(
        "work/day9/sample/Base.java",
        SampleCheckout.right()
            .replace("class Sample ", "abstract class Base ")
            .replace("public abstract", "abstract"));
    CompiledAnswer answer = learner("package day9.sample; public class Sample extends Base {}");
    assertThat(answer.report().ok()).as("%s", answer.report()).isTrue();
    assertThat(answer.methods()).containsKey("rows");
  }

  @Test
  void anInterruptDoesNotHarmTheCompilationsThatFollow() throws Exception {
    for (int i = 0; i < 15; i++) {
      String source = SampleCheckout.right() + "//" + i;
      Thread saved =
          new Thread(
              () -> {
                try {
                  learner(source);
                } catch (RuntimeException interrupted) {
                  // What an interrupted compilation comes to does not matter.
                  Thread.currentThread().interrupt();
                }
              });
      saved.start();
      saved.join(1 + i * 9L);
      saved.interrupt();
      saved.join();
    }
    CompiledAnswer answer = learner(SampleCheckout.right() + "// the last save");
    assertThat(answer.report().ok()).as("%s", answer.report()).isTrue();
  }
}
