package dev.kindling.run.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The classes of a folder, behind those of a parent. All are read at once: the folder may be
 * deleted when its sources change.
 */
public final class FolderClasses extends ClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String CLASS = ".class";

  private final Map<String, byte[]> classes;

  public FolderClasses(Path folder, ClassLoader parent) {
    super(folder.toString(), parent);
    this.classes = read(folder);
  }

  /** Whether this folder, or that of a parent, has the class. */
  boolean has(String name) {
    return classes.containsKey(name)
        || (getParent() instanceof FolderClasses parent && parent.has(name));
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] open = OpenAccess.of(bytes);
    return defineClass(name, open, 0, open.length);
  }

  private static Map<String, byte[]> read(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(CLASS)).toList();
      if (found.isEmpty()) {
        throw new IllegalStateException("There is no class in %s.".formatted(folder));
      }
      Map<String, byte[]> classes = new HashMap<>();
      for (Path file : found) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        classes.put(
            path.substring(0, path.length() - CLASS.length()).replace('/', '.'),
            Files.readAllBytes(file));
      }
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the classes in %s: %s".formatted(folder, e.getMessage()), e);
    }
  }
}
