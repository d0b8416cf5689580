package day9.sample;

import static org.apache.spark.sql.functions.col;

import dev.kindling.check.errors.Bench;
import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Slips in reading and writing files. */
public final class FileErrors {

  private FileErrors() {}

  static void pathNotFound(Bench bench) {
    bench.spark().read().parquet(bench.path("listings.parquet"));
  }

  static void pathExists(Bench bench) {
    bench.homes().write().parquet(bench.path("homes"));
    bench.homes().write().parquet(bench.path("homes"));
  }

  static void emptyFolder(Bench bench) throws Exception {
    Files.createDirectory(Path.of(bench.path("nothing")));
    bench.spark().read().parquet(bench.path("nothing"));
  }

  static void unknownFormat(Bench bench) {
    bench.spark().read().format("deltta").load(bench.path("homes"));
  }

  static void csvReadAsParquet(Bench bench) {
    bench.homes().write().csv(bench.path("homes"));
    bench.spark().read().parquet(bench.path("homes")).collect();
  }

  static void vectorToCsv(Bench bench) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"price"}).setOutputCol("features");
    assembler.transform(bench.homes()).write().csv(bench.path("vectors"));
  }

  static void arrayToCsv(Bench bench) {
    bench.homes().selectExpr("array(price)").write().csv(bench.path("arrays"));
  }

  static void overwriteWhileReading(Bench bench) {
    bench.homes().write().parquet(bench.path("homes"));
    Dataset<Row> homes = bench.spark().read().parquet(bench.path("homes"));
    homes.filter(col("rooms").gt(0)).write().mode("overwrite").parquet(bench.path("homes"));
  }

  static void fileGone(Bench bench) throws Exception {
    bench.homes().coalesce(1).write().parquet(bench.path("homes"));
    Dataset<Row> homes = bench.spark().read().parquet(bench.path("homes"));
    try (var files = Files.newDirectoryStream(Path.of(bench.path("homes")), "part-*")) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    homes.collect();
  }

  static void onlyTheCorruptColumn(Bench bench) throws Exception {
    Files.writeString(Path.of(bench.path("homes.csv")), "1,2\nx,y\n");
    bench
        .spark()
        .read()
        .schema("a INT, b INT, _corrupt_record STRING")
        .csv(bench.path("homes.csv"))
        .filter(col("_corrupt_record").isNotNull())
        .select("_corrupt_record")
        .collect();
  }

  static void failFastCsv(Bench bench) throws Exception {
    Files.writeString(Path.of(bench.path("homes.csv")), "1,2\nx,y\n");
    bench
        .spark()
        .read()
        .schema("a INT, b INT")
        .option("mode", "FAILFAST")
        .csv(bench.path("homes.csv"))
        .collect();
  }

  static void plainJavaFileNotFound(Bench bench) throws Exception {
    Files.readString(Path.of(bench.path("notes.txt")));
  }

  static void plainJavaStreamOfAMissingFile(Bench bench) throws Exception {
    new FileInputStream(bench.path("notes.txt")).close();
  }

  static void streamReadAsABatch(Bench bench) {
    bench.spark().readStream().format("rate").load().collect();
  }
}
