package dev.kindling.compile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** Packs folders of classes into a jar. */
final class ClassJar {

  private ClassJar() {}

  static Path folder(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot create %s.".formatted(folder), e);
    }
  }

  /** Writes a jar; where folders hold a class of the same name, the first wins. */
  static void write(Path jar, List<Path> folders) {
    Set<String> names = new HashSet<>();
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.setLevel(Deflater.BEST_SPEED);
      for (Path folder : folders) {
        for (Path file : classes(folder)) {
          String name = folder.relativize(file).toString().replace('\\', '/');
          if (names.add(name)) {
            entries.putNextEntry(new JarEntry(name));
            Files.copy(file, entries);
            entries.closeEntry();
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write %s: %s".formatted(jar, e.getMessage()), e);
    }
  }

  private static List<Path> classes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }
}
