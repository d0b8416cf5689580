package dev.kindling.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SurroundingsTest {

  @Test
  void theCharsetComesFromTheLocale() {
    assertThat(Surroundings.charset(Map.of("LANG", "de_DE.UTF-8")))
        .isEqualTo(StandardCharsets.UTF_8);
    assertThat(Surroundings.charset(Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "C")))
        .isEqualTo(StandardCharsets.US_ASCII);
    assertThat(Surroundings.charset(Map.of("LC_CTYPE", "C.utf8", "LANG", "C")))
        .isEqualTo(StandardCharsets.UTF_8);
  }
}
