package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.compile.LabScan;
import dev.kindling.lab.LabEntry;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.nio.file.Path;
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
  private Labs labs;

  @BeforeAll
  void start(@TempDir Path state) {
    Home home = new Home(Path.of(""), state);
    labs = new Labs(home);
    scan = labs.scan();
    workbench = new Workbench(home);
  }

  @AfterAll
  void stop() {
    workbench.close();
    labs.close();
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
    return DynamicContainer.dynamicContainer(
        lab.id().toString(),
        Promises.all(labs, workbench).stream()
            .map(
                promise ->
                    DynamicTest.dynamicTest(
                        lab.id() + ": " + promise.text(),
                        () ->
                            assertThat(promise.broken(scan.kit(lab.id())))
                                .as("%s: %s", lab.id(), promise.text())
                                .isEmpty())));
  }
}
