package dev.kindling.check;

import dev.kindling.mlflow.TrackingContext;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The context of a test, with any class as the answer. */
record FixedContext(SparkSession spark, long seed, Path cache, Class<?> answerClass)
    implements CheckContext {

  @Override
  public TrackingContext tracking() {
    throw new IllegalStateException("No test of checks needs a tracking server.");
  }

  @Override
  public Object answer(Class<?> contract) {
    return Answers.create(contract, answerClass);
  }
}
