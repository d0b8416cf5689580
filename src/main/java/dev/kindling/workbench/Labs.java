package dev.kindling.workbench;

import dev.kindling.compile.AnswerCompiler;
import dev.kindling.compile.CompiledAnswer;
import dev.kindling.compile.LabKit;
import dev.kindling.compile.LabKits;
import dev.kindling.compile.LabScan;
import dev.kindling.compile.SourceCompiler;
import dev.kindling.lab.AnswerInfo;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.AnswerRef;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labs of a checkout with their classes, and the one compiler that makes them; started when
 * first needed.
 */
public final class Labs implements AutoCloseable {

  private final LabKits kits;
  private final AnswerCompiler answers;
  private @Nullable SourceCompiler compiler;

  public Labs(Home home) {
    String build = Home.build();
    this.kits = new LabKits(home.root(), home.classes(), build, this::compiler);
    this.answers = new AnswerCompiler(kits, home.classes(), build, this::compiler);
  }

  private synchronized SourceCompiler compiler() {
    if (compiler == null) {
      compiler = new SourceCompiler(Home.workerClassPath());
    }
    return compiler;
  }

  /** Finds all labs; compiles those that changed. */
  public LabScan scan() {
    return kits.scan();
  }

  /**
   * One lab with its classes, as its sources are now.
   *
   * @throws dev.kindling.lab.UnknownLabException when there is none of that name
   */
  public LabKit kit(String name) {
    LabScan scan = scan();
    LabEntry entry = scan.catalogue().find(name);
    return scan.kit(entry.id());
  }

  public CompiledAnswer compile(LabKit kit, AnswerRef answer) {
    return answers.compile(kit, answer);
  }

  /** The solution, from another folder of its classes. */
  public CompiledAnswer solutionIn(LabKit kit, Path classes) {
    return answers.solutionIn(kit, classes);
  }

  /** The mistakes and variants of a lab. */
  public List<AnswerInfo> knownAnswers(LabKit kit) {
    return kits.answers(kit);
  }

  /** The folder of a lab's compiled solution, mistakes and variants. */
  public Path solutionClasses(LabKit kit) {
    return kits.solutions(kit);
  }

  @Override
  public synchronized void close() {
    if (compiler != null) {
      compiler.close();
    }
  }
}
