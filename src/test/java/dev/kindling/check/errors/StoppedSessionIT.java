package dev.kindling.check.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer that stops the session: in a process of its own, since other tests share theirs. */
final class StoppedSessionIT {

  static final String RULE = "session-stopped";

  private static final Path GOLDENS =
      Path.of("src/test/resources/dev/kindling/check/errors/process");

  @TempDir private Path scratch;

  @Test
  void stoppingTheSessionIsNamedAsTheReason() throws Exception {
    Path arguments = scratch.resolve("java.args");
    String classPath = System.getProperty("java.class.path").replace("\\", "\\\\");
    Files.writeString(arguments, "-cp \"" + classPath + "\"\n");
    Path out = scratch.resolve("translations");
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + Path.of(".mvn/spark.jvmargs"),
                    "@" + arguments,
                    StoppedSessionProcess.class.getName(),
                    scratch.toString(),
                    out.toString()))
            .redirectErrorStream(true)
            .redirectOutput(scratch.resolve("log.txt").toFile())
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(out).as(Files.readString(scratch.resolve("log.txt"))).isDirectory();

    assertThat(Golden.names(out))
        .isEqualTo(Set.of("contextFromBefore", "frameFromAfter", "frameFromBefore"));
    for (String name : Golden.names(out)) {
      String actual = Files.readString(out.resolve(name + ".txt"));
      Path golden = GOLDENS.resolve(name + ".txt");
      if (Golden.REWRITE) {
        Files.createDirectories(GOLDENS);
        Files.writeString(golden, actual);
      }
      assertThat(actual).startsWith("rule: " + RULE).isEqualTo(Files.readString(golden));
    }
    assertThat(Golden.names(GOLDENS)).isEqualTo(Golden.names(out));
  }
}
