package dev.kindling.tracking.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Our tracking server against the real MLflow of {@code docker/mlflow}, in a container. The image
 * must have been built; nothing is pulled.
 */
class ContainerContractIT {
  private static final String IMAGE = "kindling/mlflow:3.17.2";
  private static final int PORT = 5000;

  /** How the store of {@link MlflowProcess} is masked. */
  private static final String STORE = "<root>/mlflow.db";

  @TempDir private Path folder;

  @Test
  void answersAsTheServerInAContainerDoes() throws IOException {
    Peers.await();
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "Skipped: no container engine answers. Start one, such as Docker, to run this test.");
    assumeTrue(
        isBuilt(),
        "Skipped: the image '"
            + IMAGE
            + "' is not there. Build it with 'docker compose -f docker/compose.yaml build'.");
    try (GenericContainer<?> mlflow = new GenericContainer<>(DockerImageName.parse(IMAGE))) {
      mlflow
          .withExposedPorts(PORT)
          .withImagePullPolicy(image -> false)
          .waitingFor(Wait.forHttp("/health").withStartupTimeout(Duration.ofMinutes(3)))
          .start();
      URI uri = URI.create("http://" + mlflow.getHost() + ":" + mlflow.getMappedPort(PORT));
      Reply reply = new RawHttp(uri).send("GET", "/version", Map.of(), new byte[0]);
      String version = new String(reply.body(), StandardCharsets.UTF_8).trim();
      Map<String, String> literals = Map.of(version, "<version>", "/data/mlflow.db", STORE);
      Player theirs = new Player(uri, literals, true);
      LiveComparison.run(theirs, version, folder);
    }
  }

  private static boolean isBuilt() throws IOException {
    try (var inspection = DockerClientFactory.lazyClient().inspectImageCmd(IMAGE)) {
      inspection.exec();
      return true;
    } catch (NotFoundException notBuilt) {
      return false;
    }
  }
}
