package day9.slow.checks;

import static dev.kindling.check.Expect.expect;

import day9.slow.SlowLab;
import dev.kindling.check.Check;
import org.apache.spark.sql.SparkSession;

final class SlowChecks {

  @Check(task = 1, points = 60)
  void allRowsAreCounted(SlowLab lab, SlowRows rows) {
    expect(lab.rows(rows.frame().limit(7))).toBe(7);
  }

  @Check(task = 1, points = 40)
  void anEmptyFrameHasNone(SlowLab lab, SparkSession spark) {
    expect(lab.rows(spark.range(0).toDF())).toBe(0);
  }
}
