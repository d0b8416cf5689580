package dev.kindling.run;

import dev.kindling.run.protocol.WorkerRequest;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import scala.Function0;

/**
 * One answer's own Spark session and class loader. The classes are added to the session as an
 * artifact: Spark's executor resolves closures through its own loader, so a lambda from any other
 * loader fails with "cannot assign instance of java.lang.invoke.SerializedLambda", and a loader
 * used twice serves yesterday's class.
 */
final class AnswerSession implements AutoCloseable {

  private final WorkerRequest.Open answer;
  private final AnswerLines lines;
  private final org.apache.spark.sql.classic.SparkSession session;
  private final ClassLoader loader;
  private final SessionGuard guard;

  AnswerSession(SparkSession root, WorkerRequest.Open answer) {
    this.answer = answer;
    this.lines = new AnswerLines(answer);
    this.session = (org.apache.spark.sql.classic.SparkSession) root.newSession();
    session.addArtifact(answer.jar());
    this.loader = session.artifactManager().classloader();
    this.guard = new SessionGuard(session);
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

  /**
   * Runs work as this session's: jobs that do not go through SQL (much of Spark ML) find the
   * answer's classes only with its artifacts in place.
   */
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
  private record Outcome<T>(T value, Throwable error) {

    static <T> Outcome<T> of(Callable<T> work) {
      try {
        return new Outcome<>(work.call(), null);
      } catch (Throwable e) {
        return new Outcome<>(null, e);
      }
    }

    T get() throws Exception {
      if (error instanceof Exception exception) {
        throw exception;
      }
      if (error instanceof Error fatal) {
        throw fatal;
      }
      return value;
    }
  }

  @Override
  public void close() {
    if (session.sparkContext().isStopped()) {
      return;
    }
    guard.clear();
    session.artifactManager().close();
  }
}
