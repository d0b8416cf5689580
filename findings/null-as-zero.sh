#!/usr/bin/env bash
# Spark 4.2.0 reads a null that createDataFrame(List<Row>, schema) was given for a column without nulls as 0.
#
# Guessed: an error, since the schema says that the column holds no null; the same rows as a JavaRDD do raise one.
# Seen: the row is taken, its value is 0 (0.0, false), and averages are wrong without a word.
# What to do: declare columns nullable unless something else has looked at the rows.
. "$(dirname "$0")/spark.bash"

seen='rows of a List: [[a,5,2.5,true], [b,0,0.0,false]]
price IS NULL: 0 rows, average 2.5
rows of a JavaRDD: [EXPRESSION_ENCODING_FAILED]'

finding NullAsZero <<'JAVA'
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

public class NullAsZero {

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    StructType schema =
        StructType.fromDDL(
            "name STRING NOT NULL, price INT NOT NULL, score DOUBLE NOT NULL, known BOOLEAN NOT NULL");
    List<Row> rows =
        List.of(RowFactory.create("a", 5, 2.5, true), RowFactory.create("b", null, null, null));

    Dataset<Row> ofList = spark.createDataFrame(rows, schema);
    System.out.println("rows of a List: " + ofList.collectAsList());
    System.out.println(
        "price IS NULL: "
            + ofList.filter("price IS NULL").count()
            + " rows, average "
            + ofList.selectExpr("avg(price)").first().get(0));
    JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
    try {
      System.out.println(
          "rows of a JavaRDD: "
              + spark.createDataFrame(context.parallelize(rows), schema).collectAsList());
    } catch (Exception e) {
      System.out.println("rows of a JavaRDD: " + e.getMessage().replaceFirst("(?s)].*", "]"));
    }
  }
}
JAVA
