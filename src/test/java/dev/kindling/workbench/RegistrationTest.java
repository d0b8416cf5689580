package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.result.Json;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegistrationTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("state/workbench.json");
  }

  private static Registration own() {
    return new Registration(ProcessHandle.current().pid(), 4711, "secret", "build-1", "");
  }

  /** The id of a process that lived, and does no more. */
  private static long deadPid() throws Exception {
    Process process = new ProcessBuilder(JavaCommand.path(), "-version").start();
    process.waitFor();
    return process.pid();
  }

  @Test
  void whatWasWrittenIsReadBack() throws Exception {
    own().write(file);
    assertThat(Registration.read(file)).contains(own());
  }

  @Test
  void onlyTheUserMayReadTheToken() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    own().write(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void writingLeavesNoOtherFileBehind() throws Exception {
    own().write(file);
    own().write(file);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void noFileMeansNoWorkbench() {
    assertThat(Registration.read(file)).isEmpty();
  }

  @Test
  void aTornFileCountsAsNone() throws Exception {
    String whole = Json.line(own());
    Files.createDirectories(file.getParent());
    for (String torn :
        List.of("", "null", "[]", "{}", whole.substring(0, 9), whole.substring(0, 40), "\0\0\0")) {
      Files.writeString(file, torn);
      assertThat(Registration.read(file)).as("'%s'", torn).isEmpty();
    }
  }

  @Test
  void theFileOfADeadProcessCountsAsNone() throws Exception {
    new Registration(deadPid(), 4711, "secret", "build-1", "").write(file);
    assertThat(Registration.read(file)).isEmpty();
  }

  @Test
  void aWorkbenchDeletesItsOwnFile() throws Exception {
    own().write(file);
    own().delete(file);
    assertThat(file).doesNotExist();
  }

  @Test
  void aWorkbenchLeavesTheFileOfItsSuccessorAlone() throws Exception {
    new Registration(deadPid(), 4711, "secret", "build-2", "").write(file);
    own().delete(file);
    assertThat(file).exists();
  }

  @Test
  void deletingWhatIsGoneOrTornIsNoFault() throws Exception {
    own().delete(file);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"pid\":");
    own().delete(file);
    assertThat(Registration.read(file)).isEmpty();
  }
}
