#!/usr/bin/env bash
# Spark 4.2.0 calls a function once for a filter on its result and again for the column, if the filter is a list.
#
# Guessed: spark.sql.optimizer.avoidDoubleFilterEval, new in 4.2 and on, computes the column first for every filter.
# Seen: for v <= 5 it does. For v IN (1, 2, 3, 4, 5) the optimised plan keeps the filter above the column too, and the
# physical plan, if the rows come from a file, puts the function's call into the scan's filter all the same.
# What to do: a function that is dear is worth a cache(); one that draws or counts must say asNondeterministic().
. "$(dirname "$0")/spark.bash"

seen='avoidDoubleFilterEval: true
10 rows of a file, v <= 5: 10 calls
10 rows of a file, v IN (1, 2, 3, 4, 5): 15 calls
10 rows of a file, v IN (1, 2, 3, 4, 5), asNondeterministic: 10 calls'

finding ColumnComputedTwice <<'JAVA'
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

public class ColumnComputedTwice {

  /** Local mode: tasks run in this JVM. */
  private static final AtomicInteger CALLS = new AtomicInteger();

  private static final String LIST = "v IN (1, 2, 3, 4, 5)";

  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    spark.range(1, 11).write().parquet("ten");
    UserDefinedFunction same =
        udf(
            (UDF1<Long, Long>)
                id -> {
                  CALLS.incrementAndGet();
                  return id;
                },
            DataTypes.LongType);

    System.out.println(
        "avoidDoubleFilterEval: " + spark.conf().get("spark.sql.optimizer.avoidDoubleFilterEval"));
    tell(spark, same, "v <= 5", "");
    tell(spark, same, LIST, "");
    tell(spark, same.asNondeterministic(), LIST, ", asNondeterministic");
  }

  private static void tell(
      SparkSession spark, UserDefinedFunction function, String filter, String how) {
    CALLS.set(0);
    spark.read().parquet("ten").withColumn("v", function.apply(col("id"))).filter(filter).collect();
    System.out.println("10 rows of a file, " + filter + how + ": " + CALLS + " calls");
  }
}
JAVA
