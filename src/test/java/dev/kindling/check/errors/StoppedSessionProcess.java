package dev.kindling.check.errors;

import day9.sample.StoppedSession;
import dev.kindling.spark.LocalSpark;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts Spark, lets the sample answer stop it, and writes the translation to a file. */
public final class StoppedSessionProcess {

  private StoppedSessionProcess() {}

  public static void main(String[] args) throws Exception {
    Path scratch = Path.of(args[0]);
    Bench bench = new Bench(LocalSpark.start(scratch, 1), scratch);
    try {
      StoppedSession.countAfterStop(bench);
    } catch (IllegalStateException e) {
      Translation translation =
          new ErrorTranslator(name -> name.startsWith("day9.sample.")).translate(e);
      Files.writeString(Path.of(args[1]), Golden.of(e, translation, scratch).text());
    }
  }
}
