package dev.kindling.run.loading;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.classic.SparkSession;

/**
 * Makes the loaders. An answer's are new each time; a lab's outlive the answers, so that its checks
 * are loaded, linked and compiled by the JVM once and not with every save.
 */
public final class AnswerLoading {

  /** Labs in use; one is enough for a learner, a few for `grade --all`. */
  private static final int LABS = 4;

  private final ClassPathClasses classPath =
      new ClassPathClasses(AnswerLoading.class.getClassLoader());
  private final CurrentAnswer current = new CurrentAnswer(classPath);
  private final Map<Path, FolderClasses> labs =
      new LinkedHashMap<>(LABS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, FolderClasses> eldest) {
          return size() > LABS;
        }
      };

  /** The context class loader that Spark must be started with. */
  public ClassLoader forSpark() {
    return current;
  }

  /**
   * Lets the driver and the executor of a new session see a lab and an answer, and no other.
   *
   * @param lab the folder of the lab's classes
   * @param answer the folder of the answer's classes
   * @return the loader that both use
   */
  public ClassLoader open(Path lab, Path answer, SparkSession session) {
    FolderClasses labClasses = labs.computeIfAbsent(lab, f -> new FolderClasses(f, classPath));
    current.set(new FolderClasses(answer, labClasses));
    return new ExecutorLoader(session).adopt();
  }

  /** Lets go of the answer. */
  public void close() {
    current.set(null);
  }
}
