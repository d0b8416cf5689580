package day4.udf.checks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF0;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The code of the lesson, on data that no task uses. */
final class UdfLesson {

  private final double inchesPerFoot;

  UdfLesson(double inchesPerFoot) {
    this.inchesPerFoot = inchesPerFoot;
  }

  Dataset<Row> plusOne(Dataset<Row> pages) {
    // region: plus-one
    UserDefinedFunction plusOne =
        udf((UDF1<Integer, Integer>) page -> page + 1, DataTypes.IntegerType);

    Dataset<Row> next = pages.withColumn("next", plusOne.apply(col("page")));
    // endregion
    return next;
  }

  Dataset<Row> lengths(Dataset<Row> people) {
    // region: null
    UserDefinedFunction length =
        udf(
            (UDF1<String, Integer>) name -> name == null ? null : name.length(),
            DataTypes.IntegerType);
    // endregion
    return people.withColumn("length", length.apply(col("name")));
  }

  Dataset<Row> inchesWithThis(Dataset<Row> heights) {
    // region: captures-this
    // inchesPerFoot is a field: the lambda captures this, and this cannot be serialized.
    UserDefinedFunction inches =
        udf((UDF1<Double, Double>) feet -> feet * inchesPerFoot, DataTypes.DoubleType);
    // endregion
    return heights.withColumn("inches", inches.apply(col("feet")));
  }

  Dataset<Row> inches(Dataset<Row> heights) {
    // region: captures-a-value
    // A local variable: the lambda captures its value, a double.
    double perFoot = inchesPerFoot;
    UserDefinedFunction inches =
        udf((UDF1<Double, Double>) feet -> feet * perFoot, DataTypes.DoubleType);
    // endregion
    return heights.withColumn("inches", inches.apply(col("feet")));
  }

  Dataset<Row> names(Dataset<Row> people) {
    // region: struct
    StructType name =
        new StructType().add("first", DataTypes.StringType).add("letters", DataTypes.IntegerType);
    UserDefinedFunction split =
        udf((UDF1<String, Row>) text -> RowFactory.create(text.split(" ")[0], text.length()), name);

    Dataset<Row> letters =
        people.withColumn("name", split.apply(col("text"))).select("name.letters");
    // endregion
    return letters;
  }

  Dataset<Row> shout(SparkSession spark, Dataset<Row> people) {
    // region: sql
    people.createOrReplaceTempView("people");
    spark.udf().register("shout", (UDF1<String, String>) text -> text + "!", DataTypes.StringType);

    Dataset<Row> loud = spark.sql("SELECT shout(name) AS loud FROM people");
    // endregion
    return loud;
  }

  Dataset<Row> countries(SparkSession spark, Dataset<Row> cities, Map<String, String> countries) {
    // region: broadcast
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Map<String, String>> shared = context.broadcast(countries);

    UserDefinedFunction country =
        udf((UDF1<String, String>) city -> shared.value().get(city), DataTypes.StringType);
    // endregion
    return cities.withColumn("country", country.apply(col("city")));
  }

  Dataset<Row> coin(Dataset<Row> players) {
    // region: random
    UserDefinedFunction coin =
        udf((UDF0<Boolean>) () -> ThreadLocalRandom.current().nextBoolean(), DataTypes.BooleanType)
            .asNondeterministic();
    // endregion
    return players.withColumn("heads", coin.apply());
  }
}
