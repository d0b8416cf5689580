package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class JobsExpectationTest {

  private final Dataset<Row> frame = spark().range(0, 10, 1, 4).toDF();

  @Test
  void aTransformationStartsNoJob() {
    passes(() -> expectJobs(spark(), () -> frame.where("id > 3")).toBe(0));
  }

  @Test
  void actionsAreCounted() {
    passes(() -> expectJobs(spark(), frame::count).toBe(1).toBeAtMost(1));
    CheckFailure failure =
        failureOf(() -> expectJobs(spark(), this::countThreeTimes).as("the profile").toBeAtMost(1));
    assertThat(failure.rationale())
        .isEqualTo("Expected the profile to start at most 1 Spark job, but 3 were started.");
    assertThat(failure.expected()).isEqualTo("at most 1 Spark job");
    assertThat(failure.actual())
        .matches("(?s)3 Spark jobs\n3 × count at JobsExpectationTest\\.java:\\d+");
    assertThat(failureOf(() -> expectJobs(spark(), frame::count).toBe(2)).rationale())
        .isEqualTo("Expected the result to start 2 Spark jobs, but 1 was started.");
  }

  private long countThreeTimes() {
    long sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += frame.count();
    }
    return sum;
  }

  @Test
  void jobsOfThreadsThatTheCallStartsAreCounted() {
    passes(
        () ->
            expectJobs(
                    spark(),
                    () -> {
                      ExecutorService pool = Executors.newFixedThreadPool(2);
                      try {
                        Future<Long> one = pool.submit(frame::count);
                        Future<Long> other = pool.submit(frame::count);
                        return one.get() + other.get();
                      } finally {
                        pool.shutdown();
                      }
                    })
                .toBe(2));
  }

  @Test
  void jobsBeforeAndAfterTheCallAreNotCounted() {
    passes(
        () -> {
          frame.count();
          JobsExpectation<List<Row>> jobs = expectJobs(spark(), frame::collectAsList).toBe(1);
          frame.count();
          expect(jobs.result().size()).toBe(10);
          expect(jobs.jobs()).toSatisfy("one place", places -> places.size() == 1);
        });
  }

  @Test
  void theValueAloneIsUseToo() {
    passes(
        () -> {
          long count = expectJobs(spark(), frame::count).result();
          expect(count).toBe(10);
        });
  }

  @Test
  void aCallThatThrowsIsTheAnswersError() {
    AnswerError error =
        thrownBy(() -> expectJobs(spark(), () -> frame.select("none").count()), AnswerError.class);
    assertThat(error).hasMessageContaining("UNRESOLVED_COLUMN");
    assertThat(spark().sparkContext().getLocalProperty("kindling.jobs")).isNull();
  }
}
