package dev.kindling.compile;

import dev.kindling.lab.LabFolder;
import dev.kindling.result.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Tells what an answer lacks to be judged, though it may compile: a file, a name, the contract, a
 * constructor.
 */
final class AnswerShape {

  private AnswerShape() {}

  /** What is wrong before compiling: no file, or nothing in it. */
  static List<Problem> missing(Path root, LabFolder folder, Path main, List<Path> sources) {
    String shown = Problems.shown(root, main);
    if (sources.isEmpty()) {
      String next =
          main.equals(folder.answer())
              ? "There is no answer yet: './lab start %s' puts the starter there."
                  .formatted(folder.id().name())
              : "There is no such file: check the path.";
      return List.of(new Problem(shown, next, null));
    }
    if (Files.isRegularFile(main) && isBlank(main)) {
      return List.of(
          new Problem(
              shown,
              "The file is empty: './lab reset %s' gives you the starter again."
                  .formatted(folder.id().name()),
              null));
    }
    return List.of();
  }

  /** What is wrong with the compiled classes. */
  static List<Problem> problems(Path root, LabFolder folder, Path main, Path classes) {
    String shown = Problems.shown(root, main);
    String wanted = folder.className("");
    Path file = LabReader.classFile(classes, wanted);
    if (!Files.exists(file)) {
      List<String> found = classNames(classes);
      return List.of(
          new Problem(
              shown,
              "The answer must be the class '%s' in package '%s', but the file holds %s: rename it."
                  .formatted(
                      folder.name(),
                      folder.id().packageName(),
                      found.isEmpty() ? "no class" : "'" + String.join("', '", found) + "'"),
              null));
    }
    ClassReader reader = read(file);
    List<Problem> problems = new ArrayList<>();
    boolean implementsContract =
        superclasses(classes, wanted).stream()
            .map(name -> read(LabReader.classFile(classes, name)))
            .flatMap(ancestor -> Arrays.stream(ancestor.getInterfaces()))
            .anyMatch(folder.className("Lab").replace('.', '/')::equals);
    if (!implementsContract) {
      problems.add(
          new Problem(
              shown,
              "'%s' must implement the contract: declare 'public class %s implements %sLab'."
                  .formatted(folder.name(), folder.name(), folder.name()),
              null));
    } else if ((reader.getAccess() & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) != 0) {
      problems.add(
          new Problem(
              shown,
              "'%s' is abstract, so it cannot be created: implement every task and drop 'abstract'."
                  .formatted(folder.name()),
              null));
    } else if (!MethodFactsReader.hasDefaultConstructor(reader)) {
      problems.add(
          new Problem(
              shown,
              "'%s' needs a constructor without parameters: add 'public %s() {}'."
                  .formatted(folder.name(), folder.name()),
              null));
    }
    return problems;
  }

  /** A class and its superclasses, nearest first, as far as the folder holds them. */
  static List<String> superclasses(Path classes, String className) {
    List<String> names = new ArrayList<>();
    String name = className;
    while (name != null && Files.exists(LabReader.classFile(classes, name))) {
      names.add(name);
      String parent = read(LabReader.classFile(classes, name)).getSuperName();
      name = parent == null ? null : parent.replace('/', '.');
    }
    return names;
  }

  private static ClassReader read(Path file) {
    try {
      return new ClassReader(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  private static boolean isBlank(Path file) {
    try {
      return Files.readString(file).isBlank();
    } catch (IOException notText) {
      // The compiler says more precisely what is wrong with it.
      return false;
    }
  }

  private static List<String> classNames(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> classes.relativize(file).toString())
          .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.').replace('\\', '.'))
          .filter(name -> !name.contains("$"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list %s.".formatted(classes), e);
    }
  }
}
