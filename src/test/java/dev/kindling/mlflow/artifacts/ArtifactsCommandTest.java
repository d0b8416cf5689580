package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.rest.FakeTracking;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArtifactsCommandTest {

  private final FakeTracking server =
      new FakeTracking().run("r", "mlflow-artifacts:/1/r/artifacts");
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path temp;

  private int run(String... args) {
    out.reset();
    err.reset();
    return new ArtifactsCommand(
            Map.of("MLFLOW_TRACKING_URI", server.uri()),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8).strip();
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theArgumentsForPythonAreSkipped() {
    assertThat(run("-m", "mlflow.store.artifact.cli", "--help")).isZero();
    assertThat(out()).startsWith("Usage:").contains("log-artifacts", "MLFLOW_PYTHON_EXECUTABLE");
    assertThat(err()).isEmpty();
  }

  @Test
  void whatIsLoggedIsListedAndDownloaded() throws IOException {
    Path file = Files.writeString(temp.resolve("ä b.txt"), "text");
    assertThat(run("log-artifact", "--local-file", file.toString(), "--run-id=r", "-a", "d"))
        .isZero();
    assertThat(run("log-artifacts", "-l", temp.toString(), "-r", "r")).isZero();

    assertThat(run("list", "--run-id", "r", "--artifact-path", "d")).isZero();
    assertThat(new ObjectMapper().readTree(out()))
        .isEqualTo(
            new ObjectMapper()
                .readTree("[{\"path\": \"d/ä b.txt\", \"is_dir\": false, \"file_size\": 4}]"));
    assertThat(run("download", "--run-id", "r", "--artifact-path", "ä b.txt")).isZero();
    assertThat(Path.of(out())).isAbsolute().hasContent("text");
    assertThat(run("download", "--artifact-uri", "runs:/r/d", "-d", temp.resolve("x").toString()))
        .isZero();
    assertThat(Path.of(out()).resolve("ä b.txt")).hasContent("text");
  }

  @Test
  void filesOfThisMachineAreNotCopied() throws IOException {
    Path here = Files.createDirectories(temp.resolve("here"));
    Files.writeString(here.resolve("a"), "a");
    server.run("local", here.toString());

    assertThat(run("download", "--run-id", "local", "--artifact-path", "a")).isZero();
    assertThat(Path.of(out())).isEqualTo(here.resolve("a"));
  }

  @ParameterizedTest
  @CsvSource({
    "2, sing, There is no command 'sing'",
    "2, list, 'The command ''list'' needs ''--run-id''.'",
    "2, list --run-id, 'The option ''--run-id'' lacks its value.'",
    "2, list --size 1, 'The option ''--size'' is none of ''--run-id'', ''--artifact-path''.'",
    "2, download, 'The command ''download'' needs ''--run-id''.'",
    "1, list --run-id gone, Run with id=gone not found",
    "1, log-artifact --local-file /no/file --run-id r, There is no file",
    "1, list --run-id r --artifact-path ../x, The artifact path '../x' could lead elsewhere",
    "1, download --artifact-uri s3://b/x/y, Kindling does not reach artifacts at 's3://b/x'",
  })
  void eachFaultIsOneSentenceAndACode(int code, String args, String start) {
    assertThat(run(args.split(" "))).isEqualTo(code);
    assertThat(err()).startsWith(start).hasLineCount(1).doesNotContain("Exception");
    assertThat(out()).isEmpty();
  }
}
