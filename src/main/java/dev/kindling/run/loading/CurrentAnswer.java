package dev.kindling.run.loading;

/**
 * The loader that Spark starts with and that all its own loaders end in: the class path, and behind
 * it the classes of whichever answer is judged now.
 *
 * <p>A loader between this one and a task must not outlive an answer: a loader that was once asked
 * for a class by name keeps giving that class.
 */
final class CurrentAnswer extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private volatile FolderClasses answer;

  CurrentAnswer(ClassPathClasses classPath) {
    super(classPath);
  }

  /** Lets Spark see an answer's classes, or none with null. */
  void set(FolderClasses classes) {
    answer = classes;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    FolderClasses now = answer;
    return now != null && now.has(name) ? now.loadClass(name) : getParent().loadClass(name);
  }
}
