package dev.kindling.tracking.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Plays every scenario to a running MLflow and to our server, and compares what they answer. */
final class LiveComparison {
  /** Fewer would mean that scenarios were not found. */
  private static final int AT_LEAST = 150;

  private LiveComparison() {}

  /**
   * Fails with a report if any answer differs and no known difference says why.
   *
   * @param theirs plays to the real server
   * @param version the real server's version, for the line that is printed
   * @param folder a new folder for our server's files
   */
  static void run(Player theirs, String version, Path folder) throws IOException {
    KnownDifferences known = KnownDifferences.read(KnownDifferences.FILE);
    List<String> failures = new ArrayList<>();
    int calls = 0;
    try (OurServer ours = OurServer.start(folder)) {
      for (Scenario scenario : new ScenarioReader().all()) {
        List<Answer> expected = theirs.play(scenario);
        List<Difference> left =
            known.unexplained(new Comparison().of(expected, ours.player().play(scenario)));
        calls += expected.size();
        if (!left.isEmpty()) {
          failures.add(new Report(scenario, expected.size(), left).text());
        }
      }
    }
    System.out.printf("Compared %d calls with MLflow %s, live.%n", calls, version);
    assertThat(failures).as("scenarios that MLflow %s answers otherwise", version).isEmpty();
    assertThat(calls).isGreaterThanOrEqualTo(AT_LEAST);
  }
}
