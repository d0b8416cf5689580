package day2.endtoend;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.check.FrameExpectation;
import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.TrackingSpace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A place for the Delta table that an answer writes; gone when it is closed. */
final class ScoredTable implements AutoCloseable {

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "blanks-in-delta",
              error -> error.says("DELTA_INVALID_CHARACTERS_IN_COLUMN_NAME"),
              "Delta refuses the table: `[DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES]`. At least one column still has a blank in its name. Rename all of them, also those that the model does not read.")
          .diagnose(
              "not-replaced",
              error -> error.says("(?i)DELTA_PATH_EXISTS|already exists"),
              "There is a table from the batch before, and a writer that is told nothing stops there. Tonight's run replaces it: `mode(\"overwrite\")`.")
          .diagnose(
              "not-renamed",
              error ->
                  error.says("(No such struct field|with name) `\\w+_\\w+`")
                      || error.says("\\w+_\\w+ does not exist"),
              "The model looks for names with underscores, and the batch still has blanks in them. Do to new wines what was done to the old ones, before the model sees them.");

  private final TrackingSpace space;
  private final String name;
  private final Path folder;

  ScoredTable(TrackingSpace space, String name) {
    this.space = space;
    this.name = name;
    try {
      this.folder = Files.createTempDirectory("kindling-scored");
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of a check cannot be made.", e);
    }
  }

  private String path() {
    return folder.resolve("scored").toString().replace('\\', '/');
  }

  /**
   * Lets an answer score a batch.
   *
   * @param champion the version to use
   * @param newest the newest version
   * @return the table
   */
  Dataset<Row> score(EndToEndLab lab, Dataset<Row> batch, String champion, String newest) {
    String[] version = new String[1];
    ERRORS.during(() -> version[0] = lab.scoreWines(space.uri(), name, batch, path()));
    expect(version[0])
        .as("the returned version")
        .toBe(champion)
        .diagnose("newest-version", newest, NEWEST);
    expect(Files.isDirectory(folder.resolve("scored").resolve("_delta_log")))
        .as("whether there is a Delta table at `tablePath`")
        .toBe(true)
        .diagnose(
            "not-delta",
            any -> Files.exists(folder.resolve("scored")),
            "There are files, but no Delta table: no log that says which of them count. Without `format(\"delta\")` Spark writes Parquet.");
    return compute(
        "the Delta table", () -> batch.sparkSession().read().format("delta").load(path()));
  }

  private static final String NEWEST =
      "The batch was scored with the newest version, which nobody has promoted; it may be a challenger that lost. `models:/name/latest` and the largest number say what came last, `models:/name@champion` says what was chosen.";

  /**
   * Judges what the table holds.
   *
   * @param batch with underscores in its names
   * @param champion the model to use
   * @param newest the newest model
   */
  FrameExpectation judge(
      Dataset<Row> table,
      Dataset<Row> batch,
      PipelineModel champion,
      String version,
      PipelineModel newest) {
    long rows = batch.count();
    return expect(table)
        .as("the table")
        .toHaveColumns(
            Stream.concat(Arrays.stream(batch.columns()), Stream.of("prediction", "model_version"))
                .toArray(String[]::new))
        .diagnose(
            "working-columns-kept",
            frame -> List.of(frame.columns()).contains("features"),
            "The table has the columns that the pipeline works with, such as `features` and `rawPrediction`: vectors that nobody can read in SQL. Select what is asked for.")
        .toHaveRowCount(rows)
        .diagnose(
            "appended",
            frame -> frame.count() > rows,
            "The table has rows of an earlier batch, too: it was appended to. If a run is repeated, every wine is there twice. Tonight's run replaces the table: `mode(\"overwrite\")`.")
        .toHaveRows(scored(champion, batch, version))
        .diagnose("newest-version", scored(newest, batch, version), NEWEST);
  }

  /** The rows that a table should have. */
  static Dataset<Row> scored(PipelineModel model, Dataset<Row> batch, String version) {
    return model
        .transform(batch)
        .withColumn("model_version", lit(version))
        .selectExpr(
            Stream.concat(Arrays.stream(batch.columns()), Stream.of("prediction", "model_version"))
                .toArray(String[]::new));
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("'%s' cannot be removed.".formatted(folder), e);
    }
  }
}
