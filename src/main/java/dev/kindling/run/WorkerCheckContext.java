package dev.kindling.run;

import dev.kindling.check.Answers;
import dev.kindling.check.CheckContext;
import dev.kindling.data.DataContext;
import dev.kindling.data.Truths;
import dev.kindling.mlflow.TrackingContext;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** Hands a check the answer that the worker holds. */
final class WorkerCheckContext implements CheckContext {

  private final AnswerSession session;
  private final Path cache;
  private final Truths truths;

  /**
   * @param truths the truths that this process has made so far; they outlive answers
   */
  WorkerCheckContext(AnswerSession session, Path cache, Truths truths) {
    this.session = session;
    this.cache = cache;
    this.truths = truths;
  }

  @Override
  public DataContext data() {
    return new DataContext(spark(), seed(), cache, truths);
  }

  @Override
  public TrackingContext tracking() {
    String uri = session.answer().tracking();
    if (uri == null) {
      throw new IllegalStateException(
          "A check asks for a tracking server: say '@Lab(…, tracking = true)'.");
    }
    return new TrackingContext(uri, session.answer().packageName().replace('.', '/'));
  }

  @Override
  public SparkSession spark() {
    return session.spark();
  }

  @Override
  public long seed() {
    return session.answer().seed();
  }

  @Override
  public Path cache() {
    return cache;
  }

  @Override
  public Object answer(Class<?> contract) {
    try {
      return Answers.create(contract, session.load(session.answer().answerClass()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "The answer's class '%s' is not in its jar.".formatted(session.answer().answerClass()),
          e);
    }
  }
}
