package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a real process does when it is told to end. */
@Timeout(120)
final class SignalsIT {

  @TempDir private Path temp;

  @Test
  void interruptEndsTheWatchWith130AndNoTrace() throws Exception {
    assertThat(watchAndKill("-INT")).isEqualTo(130);
    assertThat(temp.resolve("err")).content().doesNotContain("Exception");
  }

  @Test
  void terminateEndsTheWatchWith143AndNoTrace() throws Exception {
    assertThat(watchAndKill("-TERM")).isEqualTo(143);
    assertThat(temp.resolve("err")).content().doesNotContain("Exception");
  }

  @Test
  void aWatchWithoutATerminalLeavesStandardInputAlone() throws Exception {
    // Standard input is at its end from the start, and the watch goes on until it is killed.
    assertThat(watchAndKill("-TERM")).isNotZero();
    assertThat(temp.resolve("out")).content().contains("45 of 100 points").doesNotContain("\u001b");
  }

  private int watchAndKill(String signal) throws IOException, InterruptedException {
    assumeTrue(File.separatorChar == '/', "needs the signals of a Unix");
    Process process =
        new ProcessBuilder(
                DefaultSignals.of(
                    List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dkindling.root=" + temp.resolve("course"),
                        "-Dfake.events=mixed",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeMain.class.getName(),
                        "watch",
                        "imputation")))
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(temp.resolve("out").toFile())
            .redirectError(temp.resolve("err").toFile())
            .start();
    try {
      while (!Files.readString(temp.resolve("out")).contains("Next: task 2")) {
        assertThat(process.isAlive()).as(Files.readString(temp.resolve("err"))).isTrue();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }
}
