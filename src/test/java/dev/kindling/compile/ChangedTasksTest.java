package dev.kindling.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabId;
import dev.kindling.lab.SampleLabs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Which tasks a subclass of the solution can change: {@code m2} calls {@code m1}, by a helper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChangedTasksTest {

  private static final String SOLUTION =
      """
      package day9.x;
      class XSolution {
        int m1() { return 1; }
        int m2() { return helper(); }
        int helper() { java.util.function.IntSupplier s = () -> m1() + 1; return s.getAsInt(); }
        int m3() { return shared(3); }
        int m4() { return shared(4); }
        static int shared(int n) { return n; }
      }
      class Middle extends XSolution { int m3() { return 0; } }
      """;

  @TempDir private Path folder;
  private SourceCompiler compiler;
  private int number;

  @BeforeAll
  void startCompiler() {
    compiler = new SourceCompiler(List.of());
  }

  @AfterAll
  void closeCompiler() {
    compiler.close();
  }

  private Set<Integer> changed(String declaration) {
    try {
      Path output = Files.createDirectories(folder.resolve("out" + number++));
      Path source = Files.writeString(output.resolve("X.java"), SOLUTION + declaration);
      assertThat(compiler.compile(List.of(source), List.of(), output)).isEmpty();
      LabEntry entry =
          new LabEntry(
              SampleLabs.lab(
                  "day9/x",
                  9,
                  1,
                  SampleLabs.task(1),
                  SampleLabs.task(2),
                  SampleLabs.task(3),
                  SampleLabs.task(4)),
              new LabFolder(folder, LabId.parse("day9/x"), "X"));
      return ChangedTasks.of(new LabKit(entry, output, "key"), output, "day9.x.Wrong");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anOverrideChangesItsOwnTask() {
    assertThat(changed("class Wrong extends XSolution { int m3() { return -1; } }"))
        .containsExactly(3);
  }

  @Test
  void aTaskThatCallsItIsChangedToo() {
    assertThat(changed("class Wrong extends XSolution { int m1() { return -1; } }"))
        .containsExactly(1, 2);
  }

  @Test
  void anOverriddenHelperChangesThoseThatCallIt() {
    assertThat(changed("class Wrong extends XSolution { int helper() { return -1; } }"))
        .containsExactly(2);
  }

  @Test
  void aHelperOfItsOwnChangesNothingElse() {
    assertThat(
            changed(
                "class Wrong extends XSolution { int m4() { return own(); } int own() { return 0; } }"))
        .containsExactly(4);
  }

  @Test
  void whatItInheritsFromAnotherMistakeCounts() {
    assertThat(changed("class Wrong extends Middle { int m4() { return -1; } }"))
        .containsExactly(3, 4);
  }

  @Test
  void stateMayBeReadByAnyTask() {
    assertThat(changed("class Wrong extends XSolution { int n; int m3() { return n++; } }"))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void aConstantIsNoState() {
    assertThat(
            changed(
                "class Wrong extends XSolution { static final int N = 7; int m3() { return N; } }"))
        .containsExactly(3);
  }

  @Test
  void aClassThatIsNoSubclassMayChangeAnything() {
    assertThat(changed("class Wrong { int m3() { return -1; } }")).containsExactly(1, 2, 3, 4);
  }
}
