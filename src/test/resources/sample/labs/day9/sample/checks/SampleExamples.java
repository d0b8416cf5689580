package day9.sample.checks;

import day9.sample.SampleLab;
import dev.kindling.check.Example;
import org.apache.spark.sql.SparkSession;

final class SampleExamples {

  @Example(task = 1)
  Object fiveRows(SampleLab lab, SparkSession spark) {
    return lab.rows(spark.range(5).toDF());
  }

  @Example(task = 2)
  Object threeDoubled(SampleLab lab, SparkSession spark) {
    return lab.doubled(spark.range(3).toDF());
  }

  @Example(task = 3)
  Object theSum(SampleLab lab, SparkSession spark) {
    return lab.total(spark.range(3).selectExpr("id * 2 AS twice"));
  }
}
