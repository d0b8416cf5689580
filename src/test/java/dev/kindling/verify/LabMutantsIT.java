package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.lab.LabEntry;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import dev.kindling.workbench.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks of one lab notice some mutants of its solution. All of all labs would take too long
 * for every build, so each state of the sources is judged by some of one lab; {@code
 * -Dkindling.mutants=pca} chooses another.
 */
final class LabMutantsIT {

  private static final int MOST = 30;

  @TempDir private Path state;

  @Test
  void theChecksOfALabNoticeTheMutantsOfItsSolution() throws Exception {
    Home home = new Home(Path.of(""), state);
    List<String> told = new ArrayList<>();
    try (Labs labs = new Labs(home);
        Workbench workbench = new Workbench(home)) {
      List<LabEntry> all = labs.scan().catalogue().labs();
      assertThat(all).hasSizeGreaterThanOrEqualTo(2);
      long turn = Turn.ofSources();
      String chosen = all.get((int) (turn % all.size())).id().toString();
      String name = System.getProperty("kindling.mutants", chosen);
      System.out.printf("Mutants of %s; -Dkindling.mutants=… chooses another lab.%n", name);

      List<BrokenPromise> broken =
          Promises.mutants(
                  labs, workbench, new MutantSample(MOST, turn), working -> {}, told::addAll)
              .broken(labs.kit(name));

      told.forEach(System.out::println);
      assertThat(broken).as("%s: %s", name, String.join("\n", told)).isEmpty();
    }
  }
}
