package day9.sample.checks;

import static dev.kindling.check.Expect.expect;

import day9.sample.SampleLab;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import org.apache.spark.sql.SparkSession;

final class SampleChecks {

  private static final Table TWICE = Table.of("twice:long").row(0).row(2).row(4).row(6).row(8);

  @Check(task = 1, points = 30)
  void allRowsAreCounted(SampleLab lab, SparkSession spark) {
    expect(lab.rows(spark.range(7).toDF())).toBe(7);
  }

  @Check(task = 1, points = 10)
  void anEmptyFrameHasNone(SampleLab lab, SparkSession spark) {
    expect(lab.rows(spark.range(0).toDF())).toBe(0);
  }

  @Check(task = 2, points = 20)
  void idsAreDoubled(SampleLab lab, SparkSession spark) {
    expect(lab.doubled(spark.range(2).toDF()))
        .toHaveRows(Table.of("id", "twice").row(0L, 0L).row(1L, 2L));
  }

  @Check(task = 2, points = 20)
  void largeIdsAreDoubledToo(SampleLab lab, SparkSession spark) {
    expect(lab.doubled(spark.range(1_000_000, 1_000_001).toDF()))
        .toHaveRows(Table.of("id", "twice").row(1_000_000L, 2_000_000L));
  }

  @Check(
      task = 3,
      points = 10,
      cases = {"four rows", "five rows"})
  void theSumIsRight(SampleLab lab, Given given, String rows) {
    Table table = rows.equals("four rows") ? TWICE.head(4) : TWICE;
    expect(lab.total(given.frame(table))).toBe(table.values("twice").sum());
  }
}
