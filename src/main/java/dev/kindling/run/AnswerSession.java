package dev.kindling.run;

import dev.kindling.run.loading.AnswerLoading;
import dev.kindling.run.protocol.WorkerRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import scala.Function0;

/**
 * One answer's own Spark session and class loader. Spark's executor resolves closures through a
 * loader that it makes for the session, so a lambda from any other loader fails with "cannot assign
 * instance of java.lang.invoke.SerializedLambda", and a loader used twice serves yesterday's class.
 * Here everything of an answer goes through the one loader that the executor made for it: driver
 * and tasks see the same classes, as in any local Spark, and code that Spark generates is compiled
 * once for both.
 */
final class AnswerSession implements AutoCloseable {

  private final WorkerRequest.Open answer;
  private final AnswerLines lines;
  private final org.apache.spark.sql.classic.SparkSession session;
  private final AnswerLoading loading;
  private final ClassLoader loader;
  private final SessionGuard guard;

  AnswerSession(SparkRuntime spark, WorkerRequest.Open answer) {
    this(
        spark,
        answer,
        session ->
            spark
                .loading()
                .open(Path.of(answer.labClasses()), Path.of(answer.answerClasses()), session));
  }

  private AnswerSession(
      SparkRuntime spark,
      WorkerRequest.Open answer,
      Function<org.apache.spark.sql.classic.SparkSession, ClassLoader> open) {
    this.answer = answer;
    this.lines = new AnswerLines(answer);
    this.session = (org.apache.spark.sql.classic.SparkSession) spark.root().newSession();
    this.loading = spark.loading();
    this.loader = open.apply(session);
    this.guard = new SessionGuard(session);
  }

  /** Another session for the same answer, with the same classes; it ends with {@link #leave}. */
  AnswerSession beside(SparkRuntime spark) {
    return new AnswerSession(spark, answer, loading::openBeside);
  }

  /** Ends a session beside another, and leaves alone what both share. */
  void leave() {
    if (!session.sparkContext().isStopped()) {
      guard.restore();
      session.artifactManager().close();
    }
  }

  WorkerRequest.Open answer() {
    return answer;
  }

  AnswerLines lines() {
    return lines;
  }

  SparkSession spark() {
    return session;
  }

  ClassLoader loader() {
    return loader;
  }

  SessionGuard guard() {
    return guard;
  }

  Class<?> load(String className) throws ClassNotFoundException {
    return Class.forName(className, true, loader);
  }

  /** Lets the session see the lab's known answers, too. */
  void show(Path solutions) {
    loading.show(Path.of(answer.labClasses()), solutions);
  }

  /** Runs work as this session's, jobs that do not go through SQL (much of Spark ML) included. */
  <T> T within(Callable<T> work) throws Exception {
    session.sparkContext().setLocalProperty("spark.job.interruptOnCancel", "true");
    SparkSession.setActiveSession(session);
    try {
      Function0<Outcome<T>> call = () -> Outcome.of(work);
      return session.artifactManager().withResources(call).get();
    } finally {
      SparkSession.clearActiveSession();
    }
  }

  /** Carries a checked exception or an error through Scala's by-name call. */
  @FunctionalInterface
  private interface Outcome<T> {

    T get() throws Exception;

    static <T> Outcome<T> of(Callable<T> work) {
      try {
        T value = work.call();
        return () -> value;
      } catch (Exception e) {
        return () -> {
          throw e;
        };
      } catch (Error e) {
        return () -> {
          throw e;
        };
      }
    }
  }

  @Override
  public void close() {
    if (!session.sparkContext().isStopped()) {
      guard.clear();
      session.artifactManager().close();
    }
    loading.close();
  }
}
