package dev.kindling.compile;

import dev.kindling.lab.LabFolder;
import dev.kindling.lab.TaskInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Tells which tasks can come out differently when a class overrides some methods of the solution:
 * those it overrides, and those that call one of them on the way. The others need not be judged.
 */
public final class ChangedTasks {

  private ChangedTasks() {}

  /**
   * The tasks of a subclass of the solution.
   *
   * @param solutions the folder of the compiled solution and its subclasses
   * @param className a subclass of the solution
   * @return task numbers; all of them when the class keeps state, which any task may read
   */
  public static Set<Integer> of(LabKit kit, Path solutions, String className) {
    LabFolder folder = kit.entry().folder();
    List<String> ancestors = AnswerShape.superclasses(solutions, className);
    int solution = ancestors.indexOf(folder.className("Solution"));
    List<TaskInfo> tasks = kit.entry().info().tasks();
    Set<String> overriding = new HashSet<>();
    Map<String, Set<String>> calls = new HashMap<>();
    boolean stateful = solution < 0;
    for (int i = 0; i < ancestors.size(); i++) {
      Path file = LabReader.classFile(solutions, ancestors.get(i));
      Map<String, Set<String>> own = MethodFactsReader.calls(file);
      own.forEach((method, called) -> calls.merge(method, called, ChangedTasks::union));
      if (i < solution) {
        overriding.addAll(own.keySet());
        stateful |= hasFields(file);
      }
    }
    overriding.remove("<init>");
    Set<Integer> changed = new TreeSet<>();
    for (TaskInfo task : tasks) {
      if (stateful || reaches(task.method(), overriding, calls, new HashSet<>())) {
        changed.add(task.number());
      }
    }
    return changed;
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  private static boolean reaches(
      String method, Set<String> wanted, Map<String, Set<String>> calls, Set<String> seen) {
    if (!seen.add(method)) {
      return false;
    }
    return wanted.contains(method)
        || calls.getOrDefault(method, Set.of()).stream()
            .anyMatch(called -> reaches(called, wanted, calls, seen));
  }

  private static boolean hasFields(Path file) {
    boolean[] found = new boolean[1];
    try {
      new ClassReader(Files.readAllBytes(file))
          .accept(
              new ClassVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable FieldVisitor visitField(
                    int access, String name, String descriptor, String signature, Object value) {
                  // A constant has its value in the class file and never changes.
                  found[0] |= value == null;
                  return null;
                }
              },
              ClassReader.SKIP_CODE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
    return found[0];
  }
}
