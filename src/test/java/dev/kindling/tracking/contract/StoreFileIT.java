package dev.kindling.tracking.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The store's file goes from our server to MLflow and back: what one wrote the other reads equally,
 * and goes on writing.
 */
class StoreFileIT {
  private static final Path FILES = ScenarioReader.FOLDER.resolveSibling("store");

  private final Scenario write;
  private final Scenario read;
  private final Scenario goOn;

  @TempDir private Path folder;

  StoreFileIT() throws IOException {
    ScenarioReader reader = new ScenarioReader();
    write = reader.read(FILES.resolve("1-write.calls"));
    read = reader.read(FILES.resolve("2-read.calls"));
    goOn = reader.read(FILES.resolve("3-go-on.calls"));
  }

  @Test
  void mlflowReadsWhatOursWrote() throws IOException {
    fromOursTo(python(Python.find()));
  }

  @Test
  void oursReadsWhatMlflowWroteAndGoesOn() throws IOException {
    toOursFrom(python(Python.find()));
  }

  @Test
  void theOlderMlflowReadsWhatOursWrote() throws IOException {
    fromOursTo(python(Python.findOlder()));
  }

  @Test
  void oursReadsWhatTheOlderMlflowWroteAndGoesOn() throws IOException {
    toOursFrom(python(Python.findOlder()));
  }

  /** The file that MLflow migrated from ours is still ours to open. */
  @Test
  void oursOpensItsOwnFileAfterMlflowMigratedIt() throws IOException {
    Python python = python(Python.find());
    Path store = writtenByOurs();
    List<Answer> migrated;
    try (MlflowProcess mlflow = MlflowProcess.start(python, folder.resolve("theirs"), store)) {
      mlflow.player().play(goOn);
      migrated = mlflow.player().play(read);
    }
    try (OurServer ours = OurServer.start(folder.resolve("ours"), store)) {
      assertSame(migrated, ours.player().play(read));
    }
  }

  private void fromOursTo(Python python) throws IOException {
    Path store = writtenByOurs();
    List<Answer> said;
    try (OurServer ours = OurServer.start(folder.resolve("ours"), store)) {
      said = ours.player().play(read);
    }
    Path copy = Files.copy(store, folder.resolve("copy.db"));
    try (MlflowProcess mlflow = MlflowProcess.start(python, folder.resolve("theirs"), copy)) {
      assertSame(mlflow.player().play(read), said);
      assertAllWorked(mlflow.player().play(goOn));
    }
  }

  private void toOursFrom(Python python) throws IOException {
    Path store = folder.resolve("theirs.db");
    List<Answer> said;
    try (MlflowProcess mlflow = MlflowProcess.start(python, folder.resolve("theirs"), store)) {
      assertAllWorked(mlflow.player().play(write));
      said = mlflow.player().play(read);
    }
    try (OurServer ours = OurServer.start(folder.resolve("ours"), store)) {
      assertSame(said, ours.player().play(read));
      assertAllWorked(ours.player().play(goOn));
    }
    try (MlflowProcess again = MlflowProcess.start(python, folder.resolve("again"), store)) {
      List<Answer> theirs = again.player().play(read);
      assertThat(theirs).isNotEqualTo(said);
      try (OurServer ours = OurServer.start(folder.resolve("ours"), store)) {
        assertSame(theirs, ours.player().play(read));
      }
    }
  }

  private Path writtenByOurs() throws IOException {
    Path store = folder.resolve("ours.db");
    try (OurServer ours = OurServer.start(folder.resolve("ours"), store)) {
      assertAllWorked(ours.player().play(write));
    }
    return store;
  }

  private static void assertSame(List<Answer> theirs, List<Answer> ours) throws IOException {
    KnownDifferences known = KnownDifferences.read(KnownDifferences.FILE);
    assertAllWorked(theirs);
    assertThat(known.unexplained(new Comparison().of(theirs, ours))).isEmpty();
  }

  private static void assertAllWorked(List<Answer> answers) {
    assertThat(answers).isNotEmpty().allMatch(answer -> answer.status() == 200);
  }

  private static Python python(Optional<Python> python) {
    assumeTrue(python.isPresent(), Python.MISSING);
    return python.orElseThrow();
  }
}
