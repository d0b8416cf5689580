package dev.kindling.run.loading;

import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.JobArtifactState;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.artifact.ArtifactManager;
import org.apache.spark.sql.classic.SparkSession;
import scala.Function0;
import scala.Option;
import scala.Some;

/**
 * The class loader that the executor makes for one session, taken into use for the session's driver
 * side too. Local mode only: a task hands its loader over within the JVM.
 *
 * <p>A session of Spark's own would also have its executor look for each unknown class in the
 * session's artifacts, through a server and a file; an answer has none, so that search is left out.
 */
final class ExecutorLoader {

  /** Filled by a task. */
  private static final AtomicReference<ClassLoader> HANDED_OVER = new AtomicReference<>();

  private final SparkSession session;

  ExecutorLoader(SparkSession session) {
    this.session = session;
  }

  /**
   * Makes the executor's loader the session's.
   *
   * @param alone whether no other session is at work
   */
  ClassLoader adopt(boolean alone) {
    ArtifactManager artifacts = session.artifactManager();
    leaveOutFileSearch(artifacts);
    Function0<ClassLoader> ask = this::ofTask;
    ClassLoader loader = artifacts.withResources(ask);
    artifacts.cachedClassLoader_$eq(new Some<>(loader));
    artifacts.sessionArtifactAdded().set(true);
    if (alone) {
      moveThreads(loader);
    }
    return loader;
  }

  private ClassLoader ofTask() {
    new JavaSparkContext(session.sparkContext())
        .parallelize(java.util.List.of(0), 1)
        .foreach(one -> HANDED_OVER.set(Thread.currentThread().getContextClassLoader()));
    return HANDED_OVER.getAndSet(null);
  }

  /** Spark 4.2 offers no setting for this. */
  private static void leaveOutFileSearch(ArtifactManager artifacts) {
    try {
      Field state = ArtifactManager.class.getDeclaredField("state");
      state.setAccessible(true);
      JobArtifactState before = artifacts.state();
      state.set(artifacts, new JobArtifactState(before.uuid(), Option.empty()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "This Spark keeps a session's artifacts differently from Spark 4.2.", e);
    }
  }

  /**
   * Threads that Spark keeps in pools have the loader of the answer that first needed them; they
   * would hold it for ever, and compile generated code for it.
   */
  private static void moveThreads(ClassLoader loader) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      ClassLoader context = thread.getContextClassLoader();
      if (context != null && context != loader && context.getClass() == loader.getClass()) {
        thread.setContextClassLoader(loader);
      }
    }
  }
}
