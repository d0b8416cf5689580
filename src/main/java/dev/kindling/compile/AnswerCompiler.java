package dev.kindling.compile;

import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.LabFolder;
import dev.kindling.result.AnswerRef;
import dev.kindling.result.CompileReport;
import dev.kindling.result.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Compiles an answer against its lab. */
public final class AnswerCompiler {

  private final Path root;
  private final LabKits kits;
  private final ClassCache cache;
  private final Supplier<SourceCompiler> compiler;

  public AnswerCompiler(
      LabKits kits, Path classes, String build, Supplier<SourceCompiler> compiler) {
    this.root = kits.root();
    this.kits = kits;
    this.cache = new ClassCache(classes, build);
    this.compiler = compiler;
  }

  /**
   * Compiles an answer, unless its classes are there already.
   *
   * @param kit the lab
   * @param answer which answer
   * @return the classes, or the problems in the answer's sources
   * @throws MalformedLabException when the lab's own files are at fault
   */
  public CompiledAnswer compile(LabKit kit, AnswerRef answer) {
    LabFolder folder = kit.entry().folder();
    return switch (answer.kind()) {
      case SOLUTION -> known(kit, folder.className("Solution"));
      case KNOWN -> known(kit, knownClass(kit, answer.name()));
      case LEARNER -> fromSources(kit, folder.answer(), Sources.in(folder.work()));
      case STARTER ->
          fromSources(kit, folder.starter(), Sources.in(folder.starter().resolveSibling("")));
      case FILE -> {
        Path file = root.resolve(answer.name());
        yield fromSources(kit, file, Files.isRegularFile(file) ? List.of(file) : List.of());
      }
    };
  }

  private String knownClass(LabKit kit, String simpleName) {
    return kits.answers(kit).stream()
        .filter(known -> known.simpleName().equals(simpleName))
        .map(AnswerInfo::className)
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedLabException(
                    "%s has no mistake or variant '%s'.".formatted(kit.entry().id(), simpleName)));
  }

  /**
   * The solution, from another folder of its classes than its sources are compiled to.
   *
   * @param classes all classes that the solution needs beside those of its lab
   */
  public CompiledAnswer solutionIn(LabKit kit, Path classes) {
    return known(kit, classes, kit.entry().folder().className("Solution"));
  }

  private CompiledAnswer known(LabKit kit, String className) {
    return known(kit, kits.solutions(kit), className);
  }

  private CompiledAnswer known(LabKit kit, Path classes, String className) {
    Map<String, String> files = new HashMap<>();
    Sources.in(kit.entry().folder().solutions()).forEach(file -> addShown(files, file));
    return new CompiledAnswer(
        CompileReport.success(),
        classes,
        className,
        facts(classes, className),
        files,
        classes.getFileName().toString());
  }

  private CompiledAnswer fromSources(LabKit kit, Path main, List<Path> sources) {
    LabFolder folder = kit.entry().folder();
    String hash = cache.key(sources);
    List<Problem> missing = AnswerShape.missing(root, folder, main, sources);
    if (!missing.isEmpty()) {
      return CompiledAnswer.broken(missing, hash);
    }
    Path kept = cache.folder(folder.id(), "answer", kit.key() + hash);
    Path classes = kept.resolve("classes");
    List<Problem> problems = new ArrayList<>();
    if (!Files.isDirectory(kept)) {
      cache.fill(
          kept,
          fresh -> {
            Path output = folder(fresh.resolve("classes"));
            problems.addAll(
                Problems.of(root, compiler.get().compile(sources, List.of(kit.classes()), output)));
            if (problems.isEmpty()) {
              problems.addAll(AnswerShape.problems(root, folder, main, output));
            }
            return problems.isEmpty();
          });
    }
    if (!problems.isEmpty()) {
      return CompiledAnswer.broken(problems, hash);
    }
    Map<String, String> files = new HashMap<>();
    sources.forEach(file -> addShown(files, file));
    String className = folder.className("");
    return new CompiledAnswer(
        CompileReport.success(), classes, className, facts(classes, className), files, hash);
  }

  private static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create %s.".formatted(folder), e);
    }
  }

  private void addShown(Map<String, String> files, Path file) {
    files.put(file.getFileName().toString(), Problems.shown(root, file));
  }

  /** The methods of a class, and those it inherits within the same folder of classes. */
  private static Map<String, MethodFacts> facts(Path classes, String className) {
    Map<String, MethodFacts> facts = new HashMap<>();
    for (String name : AnswerShape.superclasses(classes, className)) {
      MethodFactsReader.read(LabReader.classFile(classes, name)).forEach(facts::putIfAbsent);
    }
    return facts;
  }
}
