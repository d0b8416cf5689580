package dev.kindling.check.sample;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Check;
import org.apache.spark.sql.SparkSession;

/** Run by {@code CheckExtensionTest} through JUnit's launcher, never by the build itself. */
final class CountChecks {

  @Check(task = 1, points = 60)
  void everyRowIsCounted(CountLab lab, Numbers numbers) {
    expect(lab.count(numbers.frame()))
        .as("the count")
        .toBe(numbers.size())
        .diagnose("one-less", numbers.size() - 1.0, "One row is missing.");
  }

  @Check(task = 1, points = 40)
  void anEmptyFrameHasNoRows(CountLab lab, Numbers numbers, SparkSession spark) {
    expect(numbers.frame().sparkSession() == spark).toBe(true);
    expect(lab.count(spark.range(0).toDF())).as("the count").toBe(0);
  }
}
