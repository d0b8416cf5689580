package dev.kindling.tracking.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our tracking server against a real MLflow that runs beside it. With {@code
 * -Dkindling.contract.record=true} the real one's answers are recorded instead, for {@link
 * ContractTest}.
 */
class ContractIT {
  @TempDir private Path folder;

  @Test
  void answersAsTheRealServerDoes() throws IOException {
    Optional<Python> python = Python.find();
    assumeTrue(python.isPresent(), Python.MISSING);
    Path theirs = folder.resolve("theirs");
    try (MlflowProcess mlflow =
        MlflowProcess.start(python.get(), theirs, theirs.resolve("mlflow.db"))) {
      if (Boolean.getBoolean("kindling.contract.record")) {
        record(mlflow);
      } else {
        LiveComparison.run(mlflow.player(), mlflow.version(), folder.resolve("ours"));
      }
    }
  }

  private static void record(MlflowProcess mlflow) throws IOException {
    List<Scenario> scenarios = new ScenarioReader().all();
    assertThat(scenarios).isNotEmpty();
    for (Scenario scenario : scenarios) {
      List<Answer> answers = mlflow.player().play(scenario);
      new Recording(mlflow.version(), scenario.title(), answers).write(Recording.FOLDER, scenario);
    }
  }
}
