package dev.kindling.tracking.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.protocol.TrackingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTokenTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 1000, 50_000, Long.MAX_VALUE})
  void aTokenLeadsBackToItsOffset(long offset) {
    assertThat(PageToken.offset(PageToken.of(offset))).isEqualTo(offset);
  }

  @Test
  void itIsTheTokenThatMlflowWouldGive() {
    assertThat(PageToken.of(1000)).isEqualTo("eyJvZmZzZXQiOiAxMDAwfQ==");
  }

  @Test
  void noTokenIsTheBeginning() {
    assertThat(PageToken.offset(null)).isZero();
    assertThat(PageToken.offset("")).isZero();
  }

  @Test
  void signsThatAreNoBase64AreSkipped() {
    assertThat(PageToken.offset("eyJvZmZz\nZXQi OiAxMDAwfQ==")).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "eyJvZmZzZXQiOiAxMDAwfQ", "\u00e9"})
  void whatIsNotPaddedIsRefused(String token) {
    assertThatThrownBy(() -> PageToken.offset(token))
        .isInstanceOf(TrackingException.class)
        .hasMessage("Invalid page token, could not base64-decode");
  }
}
