package dev.kindling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.cli.screen.Cells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the main screens with the files in {@code screens/}, named {@code
 * scene.width.plain|colour.txt}. {@code -Dkindling.goldens.rewrite=true} writes them anew.
 */
final class GoldenScreensTest {

  private static final Path SCREENS = Path.of("src/test/resources/dev/kindling/cli/screens");

  @TempDir private Path temp;

  @TestFactory
  List<DynamicTest> screensLookAsInTheirFiles() throws IOException {
    Map<String, Consumer<CommandRun>> scenes = Scenes.all();
    if (Boolean.getBoolean("kindling.goldens.rewrite")) {
      rewrite(scenes);
    }
    List<Path> files = files();
    assertThat(files).hasSizeGreaterThan(60);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      tests.add(
          DynamicTest.dynamicTest(
              name, () -> assertThat(screen(name, scenes)).isEqualTo(Files.readString(file))));
    }
    return tests;
  }

  @Test
  void everySceneHasItsFilesAndNoFileIsLeftOver() throws IOException {
    TreeSet<String> expected = new TreeSet<>();
    Scenes.all().keySet().forEach(scene -> expected.addAll(names(scene)));
    TreeSet<String> found = new TreeSet<>();
    files().forEach(file -> found.add(file.getFileName().toString()));
    assertThat(found).isNotEmpty().isEqualTo(expected);
  }

  @Test
  void noLineOfAPlainScreenIsWiderThanItsScreen() throws IOException {
    int seen = 0;
    for (Path file : files()) {
      String[] parts = file.getFileName().toString().split("\\.");
      if (!parts[2].equals("plain")) {
        continue;
      }
      for (String line : Files.readAllLines(file)) {
        boolean path =
            line.contains("work/") || line.contains("labs/") || line.contains("solutions/");
        if (!path) {
          assertThat(Cells.width(line))
              .as("%s: %s", file.getFileName(), line)
              .isLessThanOrEqualTo(Integer.parseInt(parts[1]));
          seen++;
        }
      }
    }
    assertThat(seen).isGreaterThan(300);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(SCREENS)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static List<String> names(String scene) {
    return List.of(
        scene + ".40.plain.txt",
        scene + ".80.plain.txt",
        scene + ".120.plain.txt",
        scene + ".80.colour.txt");
  }

  private String screen(String file, Map<String, Consumer<CommandRun>> scenes) throws IOException {
    String[] parts = file.split("\\.");
    CommandRun run = new CommandRun(Files.createTempDirectory(temp, "scene"));
    run.width(Integer.parseInt(parts[1]));
    if (parts[2].equals("colour")) {
      run.onTerminal();
    }
    scenes.get(parts[0]).accept(run);
    // Escape sequences are written so that an editor shows them.
    return run.out().replace("\u001b", "\\e");
  }

  private void rewrite(Map<String, Consumer<CommandRun>> scenes) throws IOException {
    Files.createDirectories(SCREENS);
    for (Path old : files()) {
      Files.delete(old);
    }
    for (String scene : scenes.keySet()) {
      for (String name : names(scene)) {
        Files.writeString(SCREENS.resolve(name), screen(name, scenes));
      }
    }
  }
}
