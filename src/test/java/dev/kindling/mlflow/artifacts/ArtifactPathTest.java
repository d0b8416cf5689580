package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.mlflow.rest.MlflowException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactPathTest {

  @Test
  void namesAreEncodedOneByOne() {
    assertThat(ArtifactPath.of("a b/ü#1/100%.txt").encoded())
        .isEqualTo("a%20b/%C3%BC%231/100%25.txt");
  }

  @Test
  void needlessSlashesSayNothing() {
    assertThat(ArtifactPath.of("a//b/")).isEqualTo(ArtifactPath.of("a/b"));
    assertThat(ArtifactPath.of("").isRoot()).isTrue();
    assertThat(ArtifactPath.of(null).isRoot()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../x", "a/../../x", "/etc/passwd", "./a", "a/\0", "/"})
  void noPathLeadsElsewhere(String path) {
    assertThatThrownBy(() -> ArtifactPath.of(path))
        .isInstanceOf(MlflowException.class)
        .hasMessageContaining("could lead elsewhere");
  }

  @Test
  void aPathIsAFileBelowAFolder() {
    assertThat(ArtifactPath.of("a/b").in(Path.of("root"))).isEqualTo(Path.of("root", "a", "b"));
  }
}
