package dev.kindling.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The JDK's compiler, kept warm: reading Spark's jars takes seconds with a new file manager and a
 * tenth of that with a kept one. One compilation at a time, on a thread of its own: an interrupt in
 * the middle of a read would close the jar for every compilation that follows.
 */
public final class SourceCompiler implements AutoCloseable {

  private static final List<String> OPTIONS =
      List.of("-g", "-parameters", "-proc:none", "-Xlint:none", "-nowarn", "-Xmaxerrs", "50");

  /** Deeply nested expressions are compiled recursively. */
  private static final long STACK_BYTES = 8L * 1024 * 1024;

  private final List<Path> classPath;
  private final JavaCompiler compiler;
  private final StandardJavaFileManager files;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(null, work, "compiler", STACK_BYTES);
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param classPath what every compilation sees
   * @throws NoCompilerException when this Java has no compiler
   */
  public SourceCompiler(List<Path> classPath) {
    this.classPath = List.copyOf(classPath);
    this.compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new NoCompilerException();
    }
    this.files = compiler.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
  }

  /**
   * Compiles sources into a folder.
   *
   * @param sources the files; the name of a file need not be that of its public class
   * @param first class path entries that go before all others
   * @param output an existing folder
   * @return the errors, none when it worked
   */
  public List<Diagnostic<? extends JavaFileObject>> compile(
      List<Path> sources, List<Path> first, Path output) {
    Future<List<Diagnostic<? extends JavaFileObject>>> errors =
        thread.submit(() -> compileHere(sources, first, output));
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return errors.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw rethrown(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static IllegalStateException rethrown(ExecutionException wrapped) {
    Throwable problem = wrapped.getCause();
    if (problem instanceof RuntimeException failure) {
      throw failure;
    }
    if (problem instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(problem);
  }

  private List<Diagnostic<? extends JavaFileObject>> compileHere(
      List<Path> sources, List<Path> first, Path output) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try {
      List<Path> entries = new ArrayList<>(first);
      entries.addAll(classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      List<JavaFileObject> units = new ArrayList<>();
      for (Path source : sources) {
        units.add(new SourceFile(source, Files.readAllBytes(source)));
      }
      boolean done =
          compiler.getTask(Writer.nullWriter(), files, diagnostics, OPTIONS, null, units).call();
      List<Diagnostic<? extends JavaFileObject>> errors =
          diagnostics.getDiagnostics().stream()
              .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
              .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
              .toList();
      if (!done && errors.isEmpty()) {
        throw new IllegalStateException(
            "The compiler gave up without saying why: " + diagnostics.getDiagnostics());
      }
      return errors;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the sources %s.".formatted(sources), e);
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close the compiler's files.", e);
    }
  }
}
