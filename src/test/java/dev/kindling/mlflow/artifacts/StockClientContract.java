package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.artifacts.ArtifactsCheckout.Ran;
import dev.kindling.mlflow.rest.MlflowException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.tracking.MlflowClient;
import org.slf4j.Logger;

/**
 * What the stock client must be able to do with artifacts of any server, on a machine without
 * Python. A subclass names the server.
 */
@Timeout(300)
abstract class StockClientContract {

  @TempDir private Path temp;
  private ArtifactsCheckout checkout;

  /** The server; may skip the test. */
  abstract String trackingUri();

  @BeforeEach
  void copy() {
    assumeTrue(File.separatorChar == '/', "needs a Unix shell");
    trackingUri();
    checkout = new ArtifactsCheckout(temp);
  }

  private Path file() throws Exception {
    return Files.writeString(temp.resolve("ein Bild ü.txt"), "a picture");
  }

  private Path folder() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("folder"));
    Files.createDirectories(folder.resolve("deep er/ßub"));
    Files.writeString(folder.resolve("deep er/ßub/100%.txt"), "percent");
    Files.writeString(folder.resolve("a+b & c.txt"), "signs");
    Files.write(folder.resolve("big.bin"), new byte[3_000_000]);
    Files.write(folder.resolve("empty"), new byte[0]);
    Files.writeString(folder.resolve("why?;=.txt"), "question");
    return folder;
  }

  private Ran stockClient(Map<String, String> more, String name) throws Exception {
    String classPath =
        Stream.of(
                StockClientProgram.class,
                MlflowClient.class,
                Logger.class,
                ObjectMapper.class,
                JsonParser.class,
                JsonInclude.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .map(place -> Path.of(java.net.URI.create(place.toString())).toString())
            .distinct()
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", classPath));
    command.add(StockClientProgram.class.getName());
    command.addAll(List.of(trackingUri(), file().toString(), folder().toString(), name));
    return checkout.run(command, more);
  }

  private static Map<String, Long> sizes(Path folder) throws Exception {
    Map<String, Long> sizes = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(folder.relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  @Test
  void everyArtifactMethodWorksWithoutPython() throws Exception {
    Ran ran =
        stockClient(
            Map.of("MLFLOW_PYTHON_EXECUTABLE", checkout.program().toString()),
            "stock " + UUID.randomUUID());
    assertThat(ran.code()).as(ran.err()).isZero();
    JsonNode results = new ObjectMapper().readTree(ran.out());
    Map<String, Long> sent = sizes(folder());

    assertThat(texts(results.get("root")))
        .contains(
            "ein Bild ü.txt 9",
            "a+b & c.txt 5",
            "big.bin 3000000",
            "empty 0",
            "deep er/",
            "sub folder/",
            "tree/");
    assertThat(texts(results.get("tree")))
        .contains("tree/a+b & c.txt 5", "tree/deep er/")
        .hasSize(5);
    assertThat(results.get("nothing")).isEmpty();
    assertThat(Path.of(results.get("file").asText())).hasContent("a picture");
    assertThat(sizes(Path.of(results.get("folder").asText()))).isEqualTo(sent);
    assertThat(sizes(Path.of(results.get("all").asText()))).hasSize(2 * sent.size() + 2);
    assertThat(sizes(Path.of(results.get("version").asText()))).isEqualTo(sent);
    assertThat(Path.of(results.get("folder").asText()).resolve("deep er/ßub/100%.txt"))
        .hasContent("percent");
    assertThat(results.get("missing").asText()).contains("no/such.txt");
    assertThat(results.get("noRun").asText()).contains("nobody");
  }

  /** The control: without the program, the client does ask for Python. */
  @Test
  void withoutTheProgramItAsksForPython() throws Exception {
    Ran ran = stockClient(Map.of(), "stock " + UUID.randomUUID());

    assertThat(ran.code()).isNotZero();
    assertThat(ran.err()).contains("Failed to exec 'python -m mlflow.store.artifact.cli'");
  }

  /** MLflow 2.17 and 3.17 refuse it, because of what could hide behind the sign. */
  @Test
  void aNumberSignIsRefusedByTheNameOfTheFile() throws Exception {
    Path file = Files.writeString(temp.resolve("ä no#1.txt"), "number");
    ArtifactStore store = new ArtifactStore(trackingUri());
    try (MlflowClient client = new MlflowClient(trackingUri())) {
      String run = client.createRun().getRunId();

      assertThatThrownBy(() -> store.logArtifact(run, file))
          .isInstanceOf(MlflowException.class)
          .hasMessage(
              "Invalid path. MLflow takes no artifact with '#' in its name: rename 'ä no#1.txt'.");
    }
  }
}
