package dev.kindling.gutter;

import dev.kindling.check.AnswerError;
import dev.kindling.check.Answers;
import dev.kindling.check.CheckContext;
import dev.kindling.mlflow.TrackingContext;
import dev.kindling.spark.LocalSpark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The context of a check that runs on its own: from an IDE's gutter, or by plain JUnit. System
 * properties say what is judged:
 *
 * <ul>
 *   <li>{@code kindling.answer}: {@code learner} (the default), {@code solution}, or a class name;
 *   <li>{@code kindling.seed}: the seed of generated data, 42 by default;
 *   <li>{@code kindling.cache}: a folder for generated data; by default {@code .kindling/data} of
 *       the checkout it runs in, or else a temporary one;
 * </ul>
 *
 * <p>The tracking server is the one that the environment variable {@code MLFLOW_TRACKING_URI}
 * names, or else a server of this process with a temporary store.
 */
record GutterContext(
    SparkSession spark, long seed, Path cache, String answer, GutterTracking server)
    implements CheckContext {

  private static final String LAB = "Lab";

  static GutterContext start() {
    Path scratch = scratch();
    String cache = System.getProperty("kindling.cache");
    return new GutterContext(
        LocalSpark.start(scratch, LocalSpark.DEFAULT_CORES),
        seed(System.getProperty("kindling.seed", "42")),
        cache == null ? cache(Path.of("").toAbsolutePath(), scratch) : Path.of(cache),
        System.getProperty("kindling.answer", "learner"),
        new GutterTracking(scratch));
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The system property kindling.seed is '%s': give a whole number.".formatted(text), e);
    }
  }

  /** The checkout's data if there is a checkout: making them takes longer than a check. */
  static Path cache(Path folder, Path scratch) {
    boolean checkout =
        Files.isDirectory(folder.resolve("labs")) && Files.exists(folder.resolve("pom.xml"));
    return checkout ? folder.resolve(".kindling").resolve("data") : scratch.resolve("data");
  }

  private static Path scratch() {
    try {
      Path folder = Files.createTempDirectory("kindling-");
      Runtime.getRuntime().addShutdownHook(new Thread(new FolderRemoval(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made for Spark.", e);
    }
  }

  @Override
  public TrackingContext tracking() {
    return new TrackingContext(server.uri(), "gutter");
  }

  @Override
  public Object answer(Class<?> contract) {
    String name = answerClass(contract);
    try {
      return Answers.create(contract, Class.forName(name, true, contract.getClassLoader()));
    } catch (ClassNotFoundException e) {
      throw new AnswerError(missing(contract, name), e);
    }
  }

  private String answerClass(Class<?> contract) {
    String contractName = contract.getName();
    String name =
        contractName.endsWith(LAB)
            ? contractName.substring(0, contractName.length() - LAB.length())
            : contractName;
    return switch (answer) {
      case "learner" -> name;
      case "solution" -> name + "Solution";
      default -> answer;
    };
  }

  private String missing(Class<?> contract, String name) {
    String start = "There is no class '%s' on the class path: ".formatted(name);
    String folder = contract.getPackageName();
    return answer.equals("learner")
        ? start
            + "run './lab start %s', then let the IDE build work/."
                .formatted(folder.substring(folder.lastIndexOf('.') + 1))
        : start + "look at the system property kindling.answer, which is '%s'.".formatted(answer);
  }
}
