package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.LabEntry;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On Windows local files go through plain Java, so that nobody needs winutils. Here some labs are
 * judged that way, data and all: others with each state of the sources, so that in time it is all.
 */
final class BareFilesIT {

  private static final String BARE = "kindling.bareFiles";
  private static final int LABS = 4;

  @TempDir private Path state;

  @BeforeEach
  void goThroughPlainJava() {
    System.setProperty(BARE, "true");
  }

  @AfterEach
  void goTheUsualWay() {
    System.clearProperty(BARE);
  }

  @Test
  void solutionsPassWithoutHadoopsNativeCode() throws Exception {
    Home home = new Home(Path.of(""), state);
    try (Labs labs = new Labs(home);
        Workbench workbench = new Workbench(home)) {
      List<LabEntry> entries = labs.scan().catalogue().labs();
      assertThat(entries).hasSizeGreaterThanOrEqualTo(LABS);
      int turn = (int) (Turn.ofSources() % entries.size());
      for (int i = 0; i < LABS; i++) {
        LabEntry lab = entries.get((turn + i) % entries.size());
        LabResult result =
            workbench.grade(
                GradeRequest.of(lab.id().toString(), AnswerRef.SOLUTION, GradeRequest.HOME_SEED),
                event -> {});
        assertThat(result.passed()).as("%s", result).isTrue();
      }
    }
  }
}
