package dev.kindling.run.loading;

import java.util.List;
import java.util.stream.Stream;

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

  /** What is looked through, in this order. */
  private volatile List<FolderClasses> folders = List.of();

  CurrentAnswer(ClassPathClasses classPath) {
    super(classPath);
  }

  /** Lets Spark see these classes and no others. */
  void set(FolderClasses... classes) {
    folders = List.of(classes);
  }

  /** Lets Spark see these classes, too, where those that it sees have none of the name. */
  void addBehind(FolderClasses classes) {
    if (!folders.contains(classes)) {
      folders = Stream.concat(folders.stream(), Stream.of(classes)).toList();
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    for (FolderClasses folder : folders) {
      if (folder.has(name)) {
        return folder.loadClass(name);
      }
    }
    return getParent().loadClass(name);
  }
}
