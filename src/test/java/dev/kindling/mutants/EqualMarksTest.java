package dev.kindling.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EqualMarksTest {

  private static final String HEAD = "method\tchange\tline\treason\n";

  @TempDir private Path folder;

  private EqualMarks marks(String text) throws IOException {
    Files.writeString(folder.resolve(EqualMarks.FILE), text);
    return EqualMarks.in(folder);
  }

  @Test
  void whereThereIsNoFileNothingIsMarked() {
    assertThat(EqualMarks.in(folder).marks()).isEmpty();
    assertThat(EqualMarks.in(folder).problems()).isEmpty();
  }

  @Test
  void aMarkFindsItsMutantWhereverItsLineWent() throws IOException {
    EqualMarks read =
        marks(HEAD + "rows\tremoved call to filter\treturn a.filter(b);\tb is true\n");

    assertThat(read.problems()).isEmpty();
    assertThat(read.marks()).hasSize(1);
    EqualMark mark = read.marks().get(0);
    assertThat(mark.row()).isEqualTo(2);
    assertThat(mark.reason()).isEqualTo("b is true");
    assertThat(mark.isOf(mutant(12, "removed call to filter"))).isTrue();
    assertThat(mark.isOf(mutant(99, "removed call to filter"))).isTrue();
    assertThat(mark.isOf(mutant(12, "removed call to count"))).isFalse();
  }

  private static Mutant mutant(int line, String change) {
    return new Mutant(
        "A", new byte[0], "rows", "A.java", line, "return a.filter(b);", change, Set.of(1));
  }

  @Test
  void aRowWithoutAReasonIsTold() throws IOException {
    EqualMarks read = marks(HEAD + "rows\tremoved call to filter\treturn a;\t\nrows\tgone\n");

    assertThat(read.marks()).isEmpty();
    assertThat(read.problems()).containsOnlyKeys(2, 3);
    assertThat(read.problems().get(3)).contains("'rows\tgone'", "four cells");
  }

  @Test
  void aFileWithoutNamesOfColumnsIsTold() throws IOException {
    EqualMarks read = marks("rows\tremoved call to filter\treturn a;\twhy\n");

    assertThat(read.marks()).isEmpty();
    assertThat(read.problems()).containsOnlyKeys(1);
  }
}
