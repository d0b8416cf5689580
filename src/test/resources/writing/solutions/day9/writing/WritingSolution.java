package day9.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.tracking.MlflowClient;

public class WritingSolution implements WritingLab {

  /** Where each call is noted, so that a test knows of it; the test says which file. */
  private static final Path JOURNAL = Path.of("JOURNAL");

  private final String by;

  public WritingSolution() {
    this("solution");
  }

  WritingSolution(String by) {
    this.by = by;
  }

  @Override
  public long log(String uri, String experiment, Dataset<Row> df) {
    note("log", uri);
    MlflowClient client = new MlflowClient(uri);
    client.setTag(client.createRun(experiment).getRunId(), "by", by);
    return df.count();
  }

  @Override
  public List<Long> write(String folder, Dataset<Row> df) {
    note("write", folder);
    try (Stream<Path> files =
        Files.list(Files.createTempFile(Path.of(folder), by, "").getParent())) {
      return List.of(files.count(), df.count());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void note(String task, String where) {
    try {
      Files.writeString(
          JOURNAL,
          "%s %s %s%n".formatted(by, task, where),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
