package dev.kindling.run;

import dev.kindling.check.Answers;
import dev.kindling.check.CheckContext;
import dev.kindling.data.DataContext;
import dev.kindling.data.Truths;
import dev.kindling.mlflow.TrackingContext;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Hands a check the answer that the worker holds. */
final class WorkerCheckContext implements CheckContext {

  private final AnswerSession session;
  private final Path cache;
  private final Truths truths;
  private final @Nullable String tracking;
  private @Nullable AnswerMaker maker;

  /** Makes the answer that a check judges. */
  @FunctionalInterface
  interface AnswerMaker {
    Object make(Class<?> contract) throws ClassNotFoundException;
  }

  /**
   * Hands out the answer of the session.
   *
   * @param truths the truths that this process has made so far; they outlive answers
   */
  WorkerCheckContext(AnswerSession session, Path cache, Truths truths) {
    this(session, cache, truths, session.answer().tracking());
    this.maker = contract -> Answers.create(contract, session.load(session.answer().answerClass()));
  }

  /**
   * Hands out known answers in the same session.
   *
   * @param tracking a server of their own, or null when the lab uses none
   */
  WorkerCheckContext(AnswerSession session, Path cache, Truths truths, @Nullable String tracking) {
    this.session = session;
    this.cache = cache;
    this.truths = truths;
    this.tracking = tracking;
  }

  /** Hands out this answer from now on. */
  void answerWith(AnswerMaker next) {
    maker = next;
  }

  @Override
  public DataContext data() {
    return new DataContext(spark(), seed(), cache, truths);
  }

  @Override
  public TrackingContext tracking() {
    if (tracking == null) {
      throw new IllegalStateException(
          "A check asks for a tracking server: say '@Lab(…, tracking = true)'.");
    }
    return new TrackingContext(tracking, session.answer().packageName().replace('.', '/'));
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
      return Objects.requireNonNull(maker, "No answer was chosen yet.").make(contract);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The class of an answer is not in its folder.", e);
    }
  }
}
