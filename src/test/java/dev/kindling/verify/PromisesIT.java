package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.compile.LabScan;
import dev.kindling.lab.LabEntry;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every lab of this repository keeps every promise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PromisesIT {

  /** Fewer mean that labs were not found, rather than that there are none. */
  private static final int LEAST_LABS = 2;

  private LabScan scan;
  private Workbench workbench;
  private PromiseLanes lanes;

  @BeforeAll
  void start(@TempDir Path state) {
    Home home = new Home(Path.of(""), state);
    try (Labs labs = new Labs(home)) {
      scan = labs.scan();
    }
    workbench = new Workbench(home);
    lanes = new PromiseLanes(home, workbench, Promises::all, scan.catalogue().labs());
  }

  @AfterAll
  void stop() {
    lanes.close();
    workbench.close();
  }

  @Test
  void everyFolderInLabsIsAWholeLab() {
    assertThat(scan.problems()).isEmpty();
    assertThat(scan.catalogue().labs()).hasSizeGreaterThanOrEqualTo(LEAST_LABS);
  }

  @TestFactory
  Stream<DynamicContainer> everyLabKeepsEveryPromise() {
    assertThat(scan.catalogue().labs()).isNotEmpty();
    return scan.catalogue().labs().stream().map(this::promisesOf);
  }

  private DynamicContainer promisesOf(LabEntry lab) {
    List<String> texts = lanes.texts();
    return DynamicContainer.dynamicContainer(
        lab.id().toString(),
        IntStream.range(0, texts.size())
            .mapToObj(
                promise ->
                    DynamicTest.dynamicTest(
                        lab.id() + ": " + texts.get(promise),
                        () ->
                            assertThat(lanes.broken(lab.id(), promise))
                                .as("%s: %s", lab.id(), texts.get(promise))
                                .isEmpty())));
  }
}
