package dev.kindling.tracking.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our tracking server against a real MLflow that runs beside it. With {@code
 * -Dkindling.contract.record=true} the real one's answers are recorded instead, for {@link
 * ContractTest}; and if {@code kindling.mlflow217.python} names a Python with MLflow 2.17.2, what
 * that one answers otherwise.
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

  private void record(MlflowProcess mlflow) throws IOException {
    List<Scenario> scenarios = new ScenarioReader().all();
    assertThat(scenarios).isNotEmpty();
    for (Scenario scenario : scenarios) {
      List<Answer> answers = mlflow.player().play(scenario);
      new Recording(mlflow.version(), scenario.title(), answers).write(Recording.FOLDER, scenario);
    }
    Optional<Python> older = Python.findOlder();
    if (older.isPresent()) {
      Path files = folder.resolve("older");
      try (MlflowProcess previous =
          MlflowProcess.start(older.get(), files, files.resolve("mlflow.db"))) {
        recordDiffering(previous, scenarios);
      }
    }
  }

  /** Of an older MLflow only what it answers otherwise, as a reference for who reads. */
  private static void recordDiffering(MlflowProcess older, List<Scenario> scenarios)
      throws IOException {
    KnownDifferences known = KnownDifferences.read(KnownDifferences.FILE).ofEveryCall();
    Path to = Recording.FOLDER.resolve("differing-" + older.version());
    for (Scenario scenario : scenarios) {
      List<Answer> newer = Recording.read(Recording.FOLDER, scenario).answers();
      List<Answer> answers = older.player().play(scenario);
      List<Answer> differing = new ArrayList<>();
      for (int i = 0; i < answers.size(); i++) {
        List<Difference> differences =
            new Comparison().of(List.of(newer.get(i)), List.of(answers.get(i)));
        if (!known.unexplained(differences).isEmpty()) {
          differing.add(answers.get(i));
        }
      }
      new Recording(older.version(), scenario.title(), differing).write(to, scenario);
    }
  }
}
