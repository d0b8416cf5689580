package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Expect.expectPlan;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanExpectationTest {

  @Test
  void aCachedFrameIsScannedFromMemory() {
    Dataset<Row> frame = spark().range(10).repartition(2).toDF();
    passes(() -> expectPlan(frame).toNotContain("InMemoryTableScan").toHaveExchanges(1));
    Dataset<Row> cached = frame.cache();
    try {
      // The shuffle below the cache is paid once, by whoever fills it.
      passes(() -> expectPlan(cached).toContain("InMemoryTableScan").toHaveExchanges(0));
      assertThat(failureOf(() -> expectPlan(cached).toNotContain("InMemoryTableScan")).rationale())
          .isEqualTo("Expected the plan not to contain 'InMemoryTableScan', but it does.");
    } finally {
      cached.unpersist(true);
    }
    CheckFailure failure = failureOf(() -> expectPlan(frame).toContain("BroadcastHashJoin"));
    assertThat(failure.rationale())
        .isEqualTo("Expected the plan to contain 'BroadcastHashJoin', but it does not.");
    assertThat(failure.actual()).contains("Exchange");
  }

  @Test
  void shufflesAreCountedAndBroadcastsAreNot() {
    Dataset<Row> left = spark().range(10).toDF("id");
    Dataset<Row> right = spark().range(10).toDF("id");
    passes(() -> expectPlan(left.join(broadcast(right), "id")).toHaveExchanges(0));
    Dataset<Row> counts = left.groupBy(col("id").mod(3)).count();
    passes(() -> expectPlan(counts).toHaveExchanges(1));
    CheckFailure failure = failureOf(() -> expectPlan(counts).as("the count").toHaveExchanges(0));
    assertThat(failure.rationale())
        .isEqualTo("Expected the count to shuffle rows not at all, but it does once.");
  }

  @Test
  void shufflesAreCountedUnderAdaptiveExecutionToo() {
    var session = spark().newSession();
    session.conf().set("spark.sql.adaptive.enabled", "true");
    Dataset<Row> counts = session.range(10).groupBy(col("id").mod(3)).count();
    passes(() -> expectPlan(counts).toContain("AdaptiveSparkPlan").toHaveExchanges(1));
    counts.collectAsList();
    passes(() -> expectPlan(counts).toHaveExchanges(1));
  }

  @Test
  void pushedFiltersAreFoundHoweverManyThereAre(@TempDir Path folder) {
    String path = folder.resolve("listings").toString();
    spark()
        .sql("select 1 as id, 2.0D as price, '3' as text, 4 as price_filled, 0 as day")
        .write()
        .partitionBy("day")
        .parquet(path);
    Dataset<Row> source = spark().read().parquet(path);
    passes(() -> expectPlan(source.where("price > 1")).toPushFilterOn("price"));
    passes(() -> expectPlan(source.where("day = 0")).toPushFilterOn("day"));
    Dataset<Row> many =
        source.where(
            "id > 0 and id < 9 and id != 3 and id != 4 and id != 5 and id != 6 and price > 1");
    passes(() -> expectPlan(many).toPushFilterOn("price"));
    failureOf(() -> expectPlan(source.where("price_filled > 1")).toPushFilterOn("price"));
    // Spark pushes IsNotNull(text) here, and keeps the comparison for itself.
    Dataset<Row> cast = source.where("cast(text as double) + 1 > 2");
    CheckFailure failure = failureOf(() -> expectPlan(cast).toPushFilterOn("text"));
    assertThat(failure.rationale())
        .isEqualTo("Expected the plan to hand a filter on 'text' to the source, but it does not.");
    assertThat(failure.actual()).contains("IsNotNull(text)");
  }

  @Test
  void theTextOfAPlanCanBeJudgedFreely() {
    Dataset<Row> frame = spark().range(10).toDF();
    passes(() -> expectPlan(frame).toSatisfy("a range", text -> text.contains("Range")));
    failureOf(() -> expectPlan(frame).toSatisfy("a join", text -> text.contains("Join")));
  }
}
