package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsTest {

  @TempDir Path folder;

  private Path made(Path draft) throws IOException {
    Files.writeString(Files.createDirectories(draft.resolve("points")).resolve("part"), "half");
    return draft;
  }

  /** A draft of this process, under another process id or another start of it. */
  private Path madeBy(long pid, long later) throws IOException {
    String[] name = new Drafts(folder).fresh().getFileName().toString().split("-", 4);
    return made(
        folder.resolve(
            "%s-%d-%d-%s".formatted(name[0], pid, Long.parseLong(name[2]) + later, name[3])));
  }

  private static long deadProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return process.pid();
  }

  @Test
  void draftsOfProcessesThatAreGoneAreDeleted() throws Exception {
    Path ofADeadOne = madeBy(deadProcess(), 0);
    Path ofAnEarlierOne = madeBy(ProcessHandle.current().pid(), -3_600_000);
    Path ofNobody = made(folder.resolve("draft-8f0c4a58"));
    new Drafts(folder).deleteAbandoned();
    assertThat(ofADeadOne).doesNotExist();
    assertThat(ofAnEarlierOne).as("its id was given away again").doesNotExist();
    assertThat(ofNobody).doesNotExist();
  }

  @Test
  void whatALivingProcessMakesAndWhatIsCompleteStays() throws Exception {
    Path mine = made(new Drafts(folder).fresh());
    Path clockWasSet = madeBy(ProcessHandle.current().pid(), 1_000);
    Path complete = made(folder.resolve("42-0a1b2c3d4e5f"));
    new Drafts(folder).deleteAbandoned();
    assertThat(mine).isDirectory();
    assertThat(clockWasSet).isDirectory();
    assertThat(complete).isDirectory();
  }

  @Test
  void whereNothingWasEverKeptThereIsNothingToDelete() throws Exception {
    new Drafts(folder.resolve("none")).deleteAbandoned();
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
