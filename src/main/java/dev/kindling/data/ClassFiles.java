package dev.kindling.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The compiled classes of a package, whether they lie in a folder or in a jar. */
final class ClassFiles {

  private static final String SUFFIX = ".class";

  private ClassFiles() {}

  /**
   * The classes in the package of {@code anchor}.
   *
   * @param depth 1 for the package alone, more for the packages below it
   * @return the class files by class name, in order
   */
  static Map<String, byte[]> of(Class<?> anchor, int depth) {
    String folder = anchor.getPackageName().replace('.', '/');
    try {
      Path source = Path.of(location(anchor).toURI());
      if (Files.isDirectory(source)) {
        return read(source, source.resolve(folder), depth);
      }
      try (FileSystem jar = FileSystems.newFileSystem(source)) {
        return read(jar.getPath("/"), jar.getPath("/", folder), depth);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The classes beside %s cannot be read.".formatted(anchor), e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The place of %s is no path.".formatted(anchor), e);
    }
  }

  private static URL location(Class<?> anchor) {
    return anchor.getProtectionDomain().getCodeSource().getLocation();
  }

  private static Map<String, byte[]> read(Path root, Path folder, int depth) throws IOException {
    Map<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, depth)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        String path = root.relativize(file).toString().replace('\\', '/');
        String name = path.substring(0, path.length() - SUFFIX.length()).replace('/', '.');
        found.put(name, Files.readAllBytes(file));
      }
    }
    return found;
  }
}
