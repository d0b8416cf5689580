package dev.kindling.profile.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.spark.LocalSpark;
import dev.kindling.spark.LocalSparkCores;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Measures profiles in a JVM of its own. Arguments: a folder for data, the number of rows and of
 * columns of the large frame, and the file for the result as JSON.
 */
public final class ProfileMeasurement {

  private static final int SMALL = 20_000;
  private static final int FEW_COLUMNS = 5;

  private ProfileMeasurement() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    long rows = Long.parseLong(args[1]);
    int columns = Integer.parseInt(args[2]);
    SparkSession spark = LocalSpark.start(folder.resolve("scratch"), LocalSparkCores.chosen());
    Meter meter = new Meter(spark.sparkContext());

    Dataset<Row> narrow = WideFrame.write(spark, folder, SMALL, FEW_COLUMNS);
    Dataset<Row> wide = WideFrame.write(spark, folder, SMALL, columns);
    Dataset<Row> large = WideFrame.write(spark, folder, rows, columns);
    // Once each before it counts: a JVM is slow at what it does for the first time.
    Profile.of(wide);
    wide.summary().collectAsList();

    ProfileCosts costs =
        new ProfileCosts(
            rows,
            columns,
            meter.measure(() -> Profile.of(narrow)),
            meter.measure(() -> Profile.of(wide)),
            meter.measure(() -> large.summary().collectAsList()),
            meter.measure(() -> Profile.of(large)),
            meter.measure(
                () -> Comparison.of(large.filter("c0 % 2 = 0"), large.filter("c0 % 2 = 1"))));
    new ObjectMapper().writeValue(Path.of(args[3]).toFile(), costs);
    spark.stop();
  }
}
