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

  /** Folders in use: labs and their solutions, a few of each for `grade --all`. */
  private static final int KEPT = 8;

  private final ClassPathClasses classPath =
      new ClassPathClasses(AnswerLoading.class.getClassLoader());
  private final CurrentAnswer current = new CurrentAnswer(classPath);
  private final Map<Path, FolderClasses> kept =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, FolderClasses> eldest) {
          return size() > KEPT;
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
    current.set(new FolderClasses(answer, lab(lab)));
    return new ExecutorLoader(session).adopt(true);
  }

  /**
   * Lets another session see the lab and the answer that are open: the very same classes.
   *
   * @return the loader that its driver and executor use
   */
  public ClassLoader openBeside(SparkSession session) {
    return new ExecutorLoader(session).adopt(false);
  }

  /**
   * Lets them see a lab's solution and its mistakes, too, behind the answer's own classes. The
   * loader outlives the answer, as the lab's does.
   *
   * @param solutions the folder of their classes
   */
  public void show(Path lab, Path solutions) {
    FolderClasses behind = lab(lab);
    current.addBehind(kept.computeIfAbsent(solutions, f -> new FolderClasses(f, behind)));
  }

  private FolderClasses lab(Path lab) {
    return kept.computeIfAbsent(lab, f -> new FolderClasses(f, classPath));
  }

  /** Lets go of the answer. */
  public void close() {
    current.set();
  }
}
