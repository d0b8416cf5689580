package dev.kindling.gutter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GutterContextTest {

  @TempDir private Path folder;

  @Test
  void inACheckoutTheDataOfTheCommandAreUsed() throws IOException {
    Files.createDirectory(folder.resolve("labs"));
    Files.createFile(folder.resolve("pom.xml"));
    assertThat(GutterContext.cache(folder, Path.of("scratch")))
        .isEqualTo(folder.resolve(".kindling").resolve("data"));
  }

  @Test
  void elsewhereDataAreTemporary() {
    assertThat(GutterContext.cache(folder, Path.of("scratch")))
        .isEqualTo(Path.of("scratch", "data"));
  }
}
