package dev.kindling.mutants;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.reloc.asm.ClassReader;

/** The byte code of classes by name. Nothing is loaded: the tool runs without Spark. */
final class ClassBytes implements ClassByteArraySource, AutoCloseable {

  private final URLClassLoader files;
  private final Map<String, Optional<byte[]>> known = new HashMap<>();

  ClassBytes(List<Path> classPath) {
    URL[] urls = classPath.stream().map(ClassBytes::url).toArray(URL[]::new);
    this.files = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("'%s' is no place for classes.".formatted(entry), e);
    }
  }

  /**
   * @param name with dots or slashes
   */
  @Override
  public Optional<byte[]> getBytes(String name) {
    return known.computeIfAbsent(name.replace('.', '/'), this::read);
  }

  private Optional<byte[]> read(String name) {
    try (InputStream in = files.getResourceAsStream(name + ".class")) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the class '%s'.".formatted(name), e);
    }
  }

  /** Whether a class is another, or extends or implements it; names with slashes. */
  boolean isA(String type, String other) {
    if (type.equals(other)) {
      return true;
    }
    Optional<ClassReader> reader = getBytes(type).map(ClassReader::new);
    if (reader.isEmpty()) {
      return false;
    }
    String parent = reader.get().getSuperName();
    return (parent != null && isA(parent, other))
        || List.of(reader.get().getInterfaces()).stream().anyMatch(each -> isA(each, other));
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot let go of the class path.", e);
    }
  }
}
