package dev.kindling.check.sample;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Check;
import dev.kindling.check.Given;
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

  @Check(task = 1, points = 20)
  void anEmptyFrameHasNoRows(CountLab lab, Numbers numbers, SparkSession spark) {
    expect(numbers.frame().sparkSession() == spark).toBe(true);
    expect(lab.count(spark.range(0).toDF())).as("the count").toBe(0);
  }

  @Check(
      task = 1,
      points = 10,
      cases = {"one row", "a row with a null"})
  void someRowsAreCounted(CountLab lab, Given given, String testCase) {
    String value = testCase.equals("one row") ? "7" : "null";
    expect(lab.count(given.frame("id:long\n" + value))).as("the count").toBe(1);
  }
}
