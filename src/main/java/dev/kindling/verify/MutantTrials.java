package dev.kindling.verify;

import dev.kindling.compile.LabKit;
import dev.kindling.lab.TaskInfo;
import dev.kindling.mutants.Mutant;
import dev.kindling.result.CheckResult;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.TrialRequest;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.RunFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges mutants of one lab, each in a session of its own: to open one takes some hundredths of a
 * second, and nothing that a mutant leaves behind meets the next. The classes lie in one folder, of
 * which one class at a time is a mutant.
 */
final class MutantTrials implements AutoCloseable {

  private final KindlingService service;
  private final LabKit kit;
  private final CheckOrder order;
  private final Path classes;

  /**
   * @param solutions the folder of the compiled solution
   */
  MutantTrials(KindlingService service, LabKit kit, Path solutions, CheckOrder order) {
    this.service = service;
    this.kit = kit;
    this.order = order;
    try {
      this.classes = Files.createTempDirectory("kindling-mutants-");
      copy(solutions, classes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy the classes of %s.".formatted(solutions), e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  /** The first check that does not pass the solution as it is. */
  Optional<CheckResult> judgeUnchanged() throws InterruptedException {
    return judge(
        order.of(
            kit.entry().info().tasks().stream().map(TaskInfo::number).collect(Collectors.toSet())));
  }

  JudgedMutant judge(Mutant mutant) throws InterruptedException {
    Path file = classes.resolve(mutant.className().replace('.', '/') + ".class");
    try {
      byte[] unchanged = Files.readAllBytes(file);
      Files.write(file, mutant.code());
      try {
        return new JudgedMutant(mutant, judge(order.of(mutant.tasks())));
      } finally {
        Files.write(file, unchanged);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot change %s.".formatted(file), e);
    }
  }

  private Optional<CheckResult> judge(List<String> checks) throws InterruptedException {
    TrialRequest request =
        new TrialRequest(
            kit.entry().id().toString(), classes.toString(), GradeRequest.HOME_SEED, checks);
    try {
      List<CheckResult> results = service.trial(request, event -> {});
      results.forEach(order::took);
      return results.stream().filter(result -> !result.passed()).findFirst();
    } catch (RunFailedException e) {
      throw new IllegalStateException(
          "A change of %s could not be judged: %s".formatted(kit.entry().id(), e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete %s.".formatted(classes), e);
    }
  }
}
