package dev.kindling.compile;

import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.Catalogue;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabFolder;
import dev.kindling.lab.LabId;
import dev.kindling.result.Problem;
import dev.kindling.result.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Finds the labs of a checkout and keeps their compiled classes, so that adding or editing a lab
 * needs no build. Classes are kept by the hash of their sources; compiling happens only when that
 * changes.
 */
public final class LabKits {

  private final Path root;
  private final ClassCache cache;
  private final Supplier<SourceCompiler> compiler;

  /** By the folder of their classes, whose name changes with their sources. */
  private final Map<Path, List<AnswerInfo>> answers = new ConcurrentHashMap<>();

  /**
   * @param root the checkout
   * @param classes where compiled classes are kept
   * @param build what the classes depend on beside their sources (Kindling's own version)
   * @param compiler asked for only when something must be compiled
   */
  public LabKits(Path root, Path classes, String build, Supplier<SourceCompiler> compiler) {
    this.root = root;
    this.cache = new ClassCache(classes, build);
    this.compiler = compiler;
  }

  public Path root() {
    return root;
  }

  /** Finds all labs, compiling those that changed. */
  public LabScan scan() {
    List<LabEntry> labs = new ArrayList<>();
    Map<LabId, LabKit> kits = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (LabFolder folder : folders(problems)) {
      List<Path> sources = Sources.in(folder.lab(), folder.checks());
      String key = cache.key(sources);
      Path classes = cache.folder(folder.id(), "lab", key);
      List<Problem> wrong = compileInto(classes, sources, List.of());
      if (!wrong.isEmpty()) {
        problems.addAll(wrong);
        continue;
      }
      try {
        LabEntry entry = new LabEntry(LabReader.read(folder, classes), folder);
        labs.add(entry);
        kits.put(folder.id(), new LabKit(entry, classes, key));
      } catch (MalformedLabException e) {
        problems.add(new Problem(Problems.shown(root, folder.lab()), Reason.of(e), null));
      }
    }
    return new LabScan(new Catalogue(labs), kits, problems);
  }

  /**
   * The compiled solution, mistakes and variants of a lab.
   *
   * @throws MalformedLabException when they do not compile
   */
  public Path solutions(LabKit kit) {
    LabFolder folder = kit.entry().folder();
    List<Path> sources = Sources.in(folder.solutions());
    if (sources.isEmpty()) {
      throw new MalformedLabException(
          "%s has no solution: add %s."
              .formatted(folder.id(), Problems.shown(root, folder.solution())));
    }
    Path classes = cache.folder(folder.id(), "solutions", kit.key() + cache.key(sources));
    List<Problem> wrong = compileInto(classes, sources, List.of(kit.classes()));
    if (!wrong.isEmpty()) {
      Problem first = wrong.get(0);
      throw new MalformedLabException(first.location() + ": " + first.message());
    }
    return classes;
  }

  /** The mistakes and variants of a lab. */
  public List<AnswerInfo> answers(LabKit kit) {
    return answers.computeIfAbsent(
        solutions(kit), classes -> LabReader.answers(kit.entry().folder(), classes));
  }

  private List<Problem> compileInto(Path classes, List<Path> sources, List<Path> first) {
    if (Files.isDirectory(classes)) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    cache.fill(
        classes,
        fresh -> {
          List<Diagnostic<? extends JavaFileObject>> errors =
              compiler.get().compile(sources, first, fresh);
          problems.addAll(Problems.of(root, errors));
          return errors.isEmpty();
        });
    return problems;
  }

  /** The folders {@code labs/<group>/<name>} that hold a contract. */
  private List<LabFolder> folders(List<Problem> problems) {
    List<LabFolder> folders = new ArrayList<>();
    for (Path group : subfolders(root.resolve("labs"))) {
      for (Path lab : subfolders(group)) {
        List<String> contracts =
            Sources.in(lab).stream()
                .map(file -> file.getFileName().toString())
                .filter(file -> file.endsWith("Lab.java"))
                .toList();
        if (contracts.size() != 1) {
          problems.add(
              new Problem(
                  Problems.shown(root, lab),
                  "A lab has one contract named '<Name>Lab.java'; here there are %d."
                      .formatted(contracts.size()),
                  null));
          continue;
        }
        try {
          LabId id = new LabId(group.getFileName().toString(), lab.getFileName().toString());
          String name = contracts.get(0).replaceFirst("Lab\\.java$", "");
          folders.add(new LabFolder(root, id, name));
        } catch (IllegalArgumentException e) {
          problems.add(new Problem(Problems.shown(root, lab), Reason.of(e), null));
        }
      }
    }
    return folders;
  }

  private static List<Path> subfolders(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isDirectory)
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list %s.".formatted(folder), e);
    }
  }
}
