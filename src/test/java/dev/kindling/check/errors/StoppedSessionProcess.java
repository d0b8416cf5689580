package dev.kindling.check.errors;

import day9.sample.StoppedSession;
import dev.kindling.spark.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts Spark, lets the sample answer stop it, and writes each translation to a file. */
public final class StoppedSessionProcess {

  private StoppedSessionProcess() {}

  public static void main(String[] args) throws IOException {
    Path scratch = Path.of(args[0]);
    Path out = Files.createDirectories(Path.of(args[1]));
    Bench bench = new Bench(LocalSpark.start(scratch, 1), scratch);
    write(out.resolve("frameFromBefore.txt"), scratch, () -> StoppedSession.frameFromBefore(bench));
    write(
        out.resolve("contextFromBefore.txt"),
        scratch,
        () -> StoppedSession.contextFromBefore(bench));
    write(out.resolve("frameFromAfter.txt"), scratch, () -> StoppedSession.frameFromAfter(bench));
  }

  private static void write(Path file, Path scratch, Runnable answer) throws IOException {
    try {
      answer.run();
    } catch (RuntimeException e) {
      Translation translation =
          new ErrorTranslator(name -> name.startsWith("day9.sample.")).translate(e);
      Files.writeString(file, Golden.of(e, translation, scratch).text());
    }
  }
}
