#!/usr/bin/env bash
# An archive of loaded classes (JDK 17 and 25) holds Java's lambdas, and none of Scala's.
#
# Guessed: -XX:ArchiveClassesAtExit keeps what a run has loaded, the classes of lambdas among it.
# Seen: it leaves out the class of each lambda that can be serialized, and scalac makes all of its lambdas so. Spark, which
# makes thousands of them when it starts, gets them anew each time.
# What to do: expect less of an archive than for a program in Java; what remains is the time to make the lambdas.
. "$(dirname "$0")/spark.bash"

seen='plain lambda of Java: from the archive
serializable lambda of Java: made anew
lambda of Scala: made anew'

finding ArchiveWithoutScalaLambdas <<'JAVA'
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import scala.runtime.AbstractFunction1;

/** What is archived, and then run from the archive. */
class Program {
  public static void main(String[] args) {
    Plain.lambda().get();
    Kept.lambda().get();
    // Function1.andThen is written in Scala and returns a lambda.
    new Same().andThen(new Same()).apply("scala");
  }
}

class Plain {
  static Supplier<String> lambda() {
    return () -> "plain";
  }
}

class Kept {
  static Supplier<String> lambda() {
    return (Supplier<String> & Serializable) () -> "serializable";
  }
}

class Same extends AbstractFunction1<Object, Object> {
  @Override
  public Object apply(Object value) {
    return value;
  }
}

public class ArchiveWithoutScalaLambdas {

  public static void main(String[] args) throws Exception {
    String library =
        Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .filter(jar -> jar.contains("scala-library"))
            .findFirst()
            .orElseThrow();
    String path = jar() + java.io.File.pathSeparator + library;
    run(path, "-XX:ArchiveClassesAtExit=classes.jsa");
    run(path, "-XX:SharedArchiveFile=classes.jsa", "-Xlog:class+load:file=loaded.txt");
    List<String> loaded = Files.readAllLines(Path.of("loaded.txt"));
    tell(loaded, "plain lambda of Java", "Plain$$Lambda");
    tell(loaded, "serializable lambda of Java", "Kept$$Lambda");
    tell(loaded, "lambda of Scala", "scala.Function1$$Lambda");
  }

  private static void tell(List<String> loaded, String what, String name) {
    List<String> of = loaded.stream().filter(line -> line.contains(" " + name)).toList();
    String where =
        of.size() != 1
            ? of.size() + " classes"
            : of.get(0).contains("shared objects file") ? "from the archive" : "made anew";
    System.out.println(what + ": " + where);
  }

  /** An archive takes jars only. */
  private static Path jar() throws IOException {
    Path jar = Path.of("program.jar").toAbsolutePath();
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file);
        Stream<Path> classes = Files.list(Path.of("classes"))) {
      for (Path one : classes.toList()) {
        entries.putNextEntry(new JarEntry(one.getFileName().toString()));
        Files.copy(one, entries);
      }
    }
    return jar;
  }

  private static void run(String path, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", path, "Program"));
    int code =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException(command + " ended with " + code);
    }
  }
}
JAVA
