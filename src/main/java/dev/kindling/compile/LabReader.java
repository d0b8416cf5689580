package dev.kindling.compile;

import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.CheckName;
import dev.kindling.lab.ExampleInfo;
import dev.kindling.lab.Lab;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabInfo;
import dev.kindling.lab.Mistake;
import dev.kindling.lab.Task;
import dev.kindling.lab.TaskInfo;
import dev.kindling.lab.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what a lab declares from its compiled classes. */
final class LabReader {

  /**
   * Named, not referenced: the annotation's class refers to JUnit, which the command does not
   * carry.
   */
  private static final String CHECK = "dev.kindling.check.Check";

  private static final String EXAMPLE = "dev.kindling.check.Example";
  private static final int DEFAULT_CHECK_SECONDS = 20;

  private LabReader() {}

  /**
   * @param folder the lab
   * @param classes where its classes were compiled to
   * @throws MalformedLabException when the contract is not what {@link Lab} asks for
   */
  static LabInfo read(LabFolder folder, Path classes) {
    ClassAnnotations contract = annotations(folder, classes, folder.className("Lab"));
    Map<String, Object> lab = contract.ofClass().get(Lab.class.getName());
    if (lab == null) {
      throw new MalformedLabException(
          "%s has no @Lab: annotate the contract.".formatted(folder.className("Lab")));
    }
    return new LabInfo(
        folder.id(),
        number(lab, "day"),
        number(lab, "order"),
        text(lab, "title"),
        number(lab, "minutes"),
        strings(lab, "data").stream()
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .toList(),
        Boolean.TRUE.equals(lab.get("tracking")),
        folder.className("Lab"),
        tasks(contract),
        checks(annotations(folder, classes, folder.judgeName("Checks"))),
        examples(folder, classes));
  }

  /** The mistakes and variants of a lab, from its compiled solutions. */
  static List<AnswerInfo> answers(LabFolder folder, Path solutions) {
    List<AnswerInfo> answers = new ArrayList<>();
    Path dir = solutions.resolve(folder.id().packageName().replace('.', '/'));
    if (!Files.isDirectory(dir)) {
      return answers;
    }
    try (Stream<Path> files = Files.list(dir)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.class$", "");
        String className = folder.id().packageName() + "." + name;
        ClassAnnotations annotations = ClassAnnotations.read(file);
        Map<String, Object> mistake = annotations.ofClass().get(Mistake.class.getName());
        if (mistake != null) {
          answers.add(
              new AnswerInfo(
                  className,
                  number(mistake, "task"),
                  text(mistake, "diagnosis"),
                  (String) mistake.getOrDefault("says", "")));
        }
        if (annotations.ofClass().containsKey(Variant.class.getName())) {
          answers.add(new AnswerInfo(className, 0, "", ""));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list %s.".formatted(dir), e);
    }
    return answers;
  }

  private static List<TaskInfo> tasks(ClassAnnotations contract) {
    List<TaskInfo> tasks = new ArrayList<>();
    contract
        .ofMethods()
        .forEach(
            (method, annotations) -> {
              Map<String, Object> task = annotations.get(Task.class.getName());
              if (task != null) {
                tasks.add(
                    new TaskInfo(
                        number(task, "value"),
                        text(task, "title"),
                        number(task, "points"),
                        strings(task, "hints"),
                        strings(task, "after").stream().map(Integer::valueOf).toList(),
                        method));
              }
            });
    tasks.sort(Comparator.comparingInt(TaskInfo::number));
    return tasks;
  }

  private static List<CheckInfo> checks(ClassAnnotations checks) {
    List<CheckInfo> found = new ArrayList<>();
    checks
        .ofMethods()
        .forEach(
            (method, annotations) -> {
              Map<String, Object> check = annotations.get(CHECK);
              if (check != null) {
                for (String testCase : cases(method, strings(check, "cases"))) {
                  found.add(
                      new CheckInfo(
                          new CheckName(method, testCase).toString(),
                          number(check, "task"),
                          number(check, "points"),
                          (int) check.getOrDefault("seconds", DEFAULT_CHECK_SECONDS)));
                }
              }
            });
    return found;
  }

  /** The cases of a check; one without a name if it has none. */
  private static List<String> cases(String method, List<String> named) {
    if (named.stream().anyMatch(String::isBlank) || Set.copyOf(named).size() < named.size()) {
      throw new MalformedLabException(
          "The check '%s' has the cases %s: give each a name of its own.".formatted(method, named));
    }
    return named.isEmpty() ? List.of("") : named;
  }

  private static List<ExampleInfo> examples(LabFolder folder, Path classes) {
    Path file = classFile(classes, folder.judgeName("Examples"));
    if (!Files.exists(file)) {
      return List.of();
    }
    List<ExampleInfo> found = new ArrayList<>();
    ClassAnnotations.read(file)
        .ofMethods()
        .forEach(
            (method, annotations) -> {
              Map<String, Object> example = annotations.get(EXAMPLE);
              if (example != null) {
                found.add(new ExampleInfo(method, number(example, "task")));
              }
            });
    return found;
  }

  private static ClassAnnotations annotations(LabFolder folder, Path classes, String className) {
    Path file = classFile(classes, className);
    if (!Files.exists(file)) {
      throw new MalformedLabException(
          "%s has no class %s: every lab has a contract and checks."
              .formatted(folder.id(), className));
    }
    return ClassAnnotations.read(file);
  }

  static Path classFile(Path classes, String className) {
    return classes.resolve(className.replace('.', '/') + ".class");
  }

  /** An element that has no default, so javac saw to it that it is there. */
  private static int number(Map<String, Object> annotation, String element) {
    return (int) Objects.requireNonNull(annotation.get(element), element);
  }

  private static String text(Map<String, Object> annotation, String element) {
    return (String) Objects.requireNonNull(annotation.get(element), element);
  }

  private static List<String> strings(Map<String, Object> annotation, String element) {
    return ((List<?>) annotation.getOrDefault(element, List.of()))
        .stream().map(String::valueOf).toList();
  }
}
