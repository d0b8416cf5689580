package dev.kindling.tracking.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our tracking server against the recorded answers of MLflow. {@code -Dkindling.contract.only=runs}
 * plays only the scenarios with this in their name.
 */
class ContractTest {
  private static final String ONLY = System.getProperty("kindling.contract.only", "");

  /** Enough that a folder of scenarios that is not found cannot pass. */
  private static final int AT_LEAST = 1000;

  @TempDir private Path folder;

  /** One test for each scenario, and one that no known difference is out of date. */
  @TestFactory
  List<DynamicTest> answersAsMlflowDoes() throws IOException {
    KnownDifferences known = KnownDifferences.read(KnownDifferences.FILE);
    List<Report> reports = new ArrayList<>();
    try (OurServer ours = OurServer.start(folder)) {
      for (Scenario scenario : new ScenarioReader().all()) {
        if (scenario.name().contains(ONLY)) {
          reports.add(report(scenario, ours.player(), known));
        }
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Report report : reports) {
      tests.add(
          dynamicTest(
              report.scenario().toString(),
              () -> assertThat(report.differences()).as(report.text()).isEmpty()));
    }
    if (ONLY.isEmpty()) {
      tests.add(
          dynamicTest("every known difference is met", () -> assertThat(known.notMet()).isEmpty()));
    }
    return tests;
  }

  private static Report report(Scenario scenario, Player ours, KnownDifferences known)
      throws IOException {
    List<Answer> theirs = Recording.read(Recording.FOLDER, scenario).answers();
    List<Difference> differences = new Comparison().of(theirs, ours.play(scenario));
    return new Report(scenario, theirs.size(), known.unexplained(differences));
  }

  @Test
  void thereAreAnswersToCompareWith() throws IOException {
    int calls = 0;
    for (Scenario scenario : new ScenarioReader().all()) {
      Recording recording = Recording.read(Recording.FOLDER, scenario);
      assertThat(recording.mlflow()).as("the version that answered '%s'", scenario).isNotBlank();
      calls += recording.answers().size();
    }
    assertThat(calls).isGreaterThan(AT_LEAST);
  }
}
