package dev.kindling.run.loading;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The class path, with a memory. For each piece of code that Spark generates, its compiler asks for
 * dozens of classes that do not exist (every name could be a class of every package in scope), and
 * each frame that is read asks for the services there are; a class path of 250 jars is searched to
 * the end each time.
 */
final class ClassPathClasses extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  /**
   * Enough for every question that labs lead to; a program that makes up names is not remembered.
   */
  private static final int LIMIT = 20_000;

  private static final String SERVICES = "META-INF/services/";

  private final Set<String> missing = ConcurrentHashMap.newKeySet();
  private final Map<String, List<URL>> services = new ConcurrentHashMap<>();

  ClassPathClasses(ClassLoader classPath) {
    super(classPath);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.contains(name)) {
      throw new MissingClassException(name);
    }
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException e) {
      if (missing.size() < LIMIT) {
        missing.add(name);
      }
      throw e;
    }
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!name.startsWith(SERVICES)) {
      return super.getResources(name);
    }
    List<URL> known = services.get(name);
    if (known == null) {
      known = Collections.list(super.getResources(name));
      services.put(name, known);
    }
    return Collections.enumeration(known);
  }

  /** Without a stack trace: nobody reads it, and writing it takes longer than the question. */
  private static final class MissingClassException extends ClassNotFoundException {

    private static final long serialVersionUID = 1;

    MissingClassException(String name) {
      super(name);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
