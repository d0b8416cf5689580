package dev.kindling.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A lab is short enough to be read, and each of its wrong answers is written once. */
final class LabSizesTest {

  private static final int CONTRACT = 230;
  private static final int CHECKS = 850;
  private static final int SOLUTIONS = 950;
  private static final int MISTAKES_PER_TASK = 5;
  private static final int LEAST_LABS = 14;

  private static final Pattern MISTAKE = Pattern.compile("@Mistake\\(\\s*task = (\\d+)");

  private static final List<String> LABS = labs();

  private static List<String> labs() {
    try (Stream<Path> contracts = Files.walk(Path.of("labs"), 3)) {
      return contracts
          .filter(file -> file.toString().endsWith("Lab.java"))
          .map(file -> Path.of("labs").relativize(file.getParent()).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyLabIsLookedAt() {
    assertThat(LABS).hasSizeGreaterThanOrEqualTo(LEAST_LABS);
  }

  @Test
  void whatJudgesLiesApartFromWhatALearnerReads() {
    assertThat(LABS)
        .allSatisfy(
            lab ->
                assertThat(Files.isDirectory(Path.of("labs", lab, "checks")))
                    .as("%s has its checks in a folder of their own", lab)
                    .isTrue());
  }

  @Test
  void noLabIsLongerThanItMayBe() {
    Set<String> broken = new TreeSet<>();
    LABS.forEach(
        lab -> {
          hold(broken, Path.of("labs", lab), CONTRACT);
          hold(broken, Path.of("labs", lab, "checks"), CHECKS);
          hold(broken, Path.of("solutions", lab), SOLUTIONS);
        });
    assertThat(broken).isEmpty();
  }

  private static void hold(Set<String> broken, Path folder, int most) {
    int lines = sources(folder).stream().mapToInt(source -> read(source).size()).sum();
    assertThat(lines).as("lines of Java in %s", folder).isPositive();
    if (lines > most) {
      broken.add("%s has %d lines of Java, %d at most".formatted(folder, lines, most));
    }
  }

  @Test
  void aTaskHasAtMostFiveMistakes() {
    Set<String> broken = new TreeSet<>();
    LABS.forEach(
        lab -> {
          Map<String, Integer> byTask = new TreeMap<>();
          for (Path source : sources(Path.of("solutions", lab))) {
            MISTAKE
                .matcher(String.join("\n", read(source)))
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(task -> byTask.merge(task, 1, Integer::sum));
          }
          assertThat(byTask).as("mistakes of %s", lab).isNotEmpty();
          byTask.forEach(
              (task, count) -> {
                if (count > MISTAKES_PER_TASK) {
                  broken.add("%s has %d mistakes in task %s".formatted(lab, count, task));
                }
              });
        });
    assertThat(broken).isEmpty();
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
