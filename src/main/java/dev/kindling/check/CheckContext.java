package dev.kindling.check;

import dev.kindling.data.DataContext;
import dev.kindling.mlflow.TrackingContext;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.platform.engine.support.store.Namespace;

/**
 * What a check runs with. Whoever runs the checks puts one into the store of JUnit's launcher
 * session, under {@link #NAMESPACE} and {@link #KEY}. Where there is none, as in an IDE, a {@link
 * CheckContextSource} makes one.
 */
public interface CheckContext {

  /** Where in the store of the launcher's session the context lies. */
  Namespace NAMESPACE = Namespace.create("dev.kindling.check");

  /** The key within {@link #NAMESPACE}. */
  String KEY = "context";

  /** The session of the answer under judgement. */
  SparkSession spark();

  /** The seed of generated data. */
  long seed();

  /** Where generated data may be kept between runs. */
  Path cache();

  /** What datasets are made with. */
  default DataContext data() {
    return new DataContext(spark(), seed(), cache());
  }

  /**
   * The tracking server of the lab.
   *
   * @throws IllegalStateException when the lab does not say that it uses one
   */
  TrackingContext tracking();

  /**
   * A fresh answer, created through its constructor and wrapped by {@link Answers}.
   *
   * @throws AnswerError if it cannot be created
   */
  Object answer(Class<?> contract);
}
