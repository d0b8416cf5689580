package day2.tracking.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A Delta table of as many versions as wanted, in a folder of its own. It has a history and no
 * rows: nobody reads it, and writing it takes no Spark.
 */
record TrainTable(Path folder) implements AutoCloseable {

  private static final String CREATED =
      """
      {"protocol":{"minReaderVersion":1,"minWriterVersion":2}}
      {"metaData":{"id":"6f0c3d5e-54a8-4ad5-8ac6-1c7c4b1f5f3e","format":{"provider":"parquet","options":{}},\
      "schemaString":"{\\"type\\":\\"struct\\",\\"fields\\":[{\\"name\\":\\"price\\",\\"type\\":\\"double\\",\\"nullable\\":true,\\"metadata\\":{}}]}",\
      "partitionColumns":[],"configuration":{},"createdTime":1767225600000}}
      """;

  private static final String COMMIT =
      """
      {"commitInfo":{"timestamp":17672256%02d000,"operation":"WRITE","operationParameters":{"mode":"Append","partitionBy":"[]"},"isBlindAppend":true}}
      """;

  /** Makes a table with this latest version; the first is 0. */
  static TrainTable atVersion(int version) {
    try {
      Path folder = Files.createTempDirectory("kindling-train");
      Path log = Files.createDirectory(folder.resolve("_delta_log"));
      for (int commit = 0; commit <= version; commit++) {
        String actions = COMMIT.formatted(commit) + (commit == 0 ? CREATED : "");
        Files.writeString(log.resolve("%020d.json".formatted(commit)), actions);
      }
      return new TrainTable(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The Delta table of a check cannot be written.", e);
    }
  }

  /** Its path, as a learner would write it. */
  String path() {
    return folder.toString().replace('\\', '/');
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
