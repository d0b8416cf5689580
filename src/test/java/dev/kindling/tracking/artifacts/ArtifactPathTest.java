package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.protocol.TrackingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "a/../b",
        "a/..",
        "%2e%2e/b",
        "%252e%252e%252fb",
        "/a",
        "%2fa",
        "//host/share",
        "C:/a",
        "c:a",
        "C%3A%5Ca",
        "a\\b",
        "..%5cb",
        "file:///a",
        "FILE:a",
        "a#b",
        "a%23b",
        "a%00b",
        "a%0ab",
        "a%250db",
        "a\u007fb"
      })
  void whatCouldLeadElsewhereIsRefused(String path) {
    assertThatThrownBy(() -> ArtifactPath.of(path))
        .isInstanceOf(TrackingException.class)
        .hasMessage("Invalid path");
  }

  /** The neighbours: names that only look like it. */
  @ParameterizedTest
  @ValueSource(
      strings = {"...", "..a/b", "a..", "ab:c", "~", "model/data/part-0.bin", "ü b.json", "100%"})
  void namesThatOnlyLookLikeItAreAllowed(String path) {
    assertThat(ArtifactPath.of(path).segments()).containsExactly(path.split("/"));
  }

  @Test
  void whatMeansNothingIsLeftOut() {
    assertThat(ArtifactPath.of("./a//b/./").segments()).containsExactly("a", "b");
    assertThat(ArtifactPath.of(".").isRoot()).isTrue();
    assertThat(ArtifactPath.of("").isRoot()).isTrue();
  }

  @Test
  void codesAreReadUntilNothingChanges() {
    assertThat(ArtifactPath.of("a%2520b%2Fc").segments()).containsExactly("a b", "c");
  }

  @Test
  void whatIsEncodedWithoutEndIsRefusedAtOnce() {
    String code = "%" + "25".repeat(1_000) + "2e";

    assertThatThrownBy(() -> ArtifactPath.of(code)).hasMessage("Invalid path");
    assertThat(ArtifactPath.of("%" + "25".repeat(5) + "41").segments()).containsExactly("A");
  }

  @Test
  void longPathsAreRefusedWithTheirLimits() {
    assertThatThrownBy(() -> ArtifactPath.of("x".repeat(256))).hasMessageContaining("255 bytes");
    assertThatThrownBy(() -> ArtifactPath.of("ü".repeat(128))).hasMessageContaining("255 bytes");
    assertThatThrownBy(() -> ArtifactPath.of("a/".repeat(201)))
        .hasMessageContaining("200 segments");
    assertThatThrownBy(() -> ArtifactPath.of("x".repeat(10_000_000)))
        .hasMessageContaining("too long");

    assertThat(ArtifactPath.of("x".repeat(255)).segments()).hasSize(1);
    assertThat(ArtifactPath.of("a/".repeat(200)).segments()).hasSize(200);
  }

  @Test
  void childrenKeepThePathAsItWasGiven() {
    assertThat(ArtifactPath.of("./model").child("a")).isEqualTo("./model/a");
    assertThat(ArtifactPath.of("model/").child("a")).isEqualTo("model/a");
    assertThat(ArtifactPath.root().child("a")).isEqualTo("a");
  }
}
