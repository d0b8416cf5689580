package day2.profiling.checks;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.corr;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.NumericType;

/** The code that the lesson shows, on five cafés. */
final class ProfilingLesson {

  private ProfilingLesson() {}

  static List<Object> lesson(Dataset<Row> cafes, Dataset<Row> newCafes, Path file)
      throws IOException {
    // region: several-counts
    Row found =
        cafes
            .agg(
                count(lit(1)).as("rows"),
                count(col("street")).as("streets"), // nulls do not count
                countDistinct(col("street")).as("differentStreets")) // nor here
            .first();
    // endregion
    // region: types
    DataType type = cafes.schema().apply("seats").dataType();
    boolean number = type instanceof NumericType; // int, bigint, double, decimal(10,2), …
    // endregion
    // region: rows-from-aggregates
    Column seats = struct(lit("seats").as("column"), avg("seats").as("mean"));
    Column waits = struct(lit("wait").as("column"), avg("wait").as("mean"));
    Dataset<Row> means = cafes.select(array(seats, waits).as("lines")).select(inline(col("lines")));
    // endregion
    // region: approx-quantile
    double[] threeQuarters =
        cafes.stat().approxQuantile("seats", new double[] {0.75}, 0.1); // the rank may be 10 % off
    // endregion
    // region: pair
    Dataset<Row> both = cafes.select("seats", "wait").na().drop();
    double pearson = both.select(corr("seats", "wait")).first().getDouble(0);
    Dataset<Row> vectors =
        new VectorAssembler()
            .setInputCols(new String[] {"seats", "wait"})
            .setOutputCol("pair")
            .transform(both);
    Row matrix = org.apache.spark.ml.stat.Correlation.corr(vectors, "pair").first(); // Pearson's
    // endregion
    // region: report
    Profile profile = Profile.of(cafes);
    long rows = profile.overview().rows();
    List<Alert> zeros = profile.alerts(AlertType.ZEROS); // each with column(), other(), message()
    Files.writeString(file, profile.toHtml()); // open it in a browser

    Comparison comparison = Comparison.of(cafes, newCafes);
    comparison.alerts().forEach(alert -> System.out.println(alert.type() + " " + alert.message()));
    // endregion
    return List.of(found, number, means, threeQuarters, pearson, matrix, rows, zeros);
  }
}
