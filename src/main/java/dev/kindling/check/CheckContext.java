package dev.kindling.check;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * What a check runs with. The worker puts one into the JUnit launcher's session with {@link
 * CheckSession#open}; where there is none, as in an IDE, {@link GutterContext} makes one.
 */
public interface CheckContext {

  /** The session of the answer under judgement. */
  SparkSession spark();

  /** The seed of generated data. */
  long seed();

  /** Where generated data may be kept between runs. */
  Path cache();

  /**
   * A fresh answer, created through its constructor and wrapped by {@link Answers}.
   *
   * @throws AnswerError if it cannot be created
   */
  Object answer(Class<?> contract);
}
