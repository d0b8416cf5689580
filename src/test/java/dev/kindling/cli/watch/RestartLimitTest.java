package dev.kindling.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RestartLimitTest {

  @Test
  void threeFailuresCountOnlyWhenTheyComeFast() {
    AtomicLong now = new AtomicLong();
    RestartLimit limit = new RestartLimit(now::get);

    assertThat(limit.failed()).isFalse();
    now.addAndGet(6_000);
    assertThat(limit.failed()).isFalse();
    now.addAndGet(6_000);
    assertThat(limit.failed()).isFalse();
    now.addAndGet(3_000);
    assertThat(limit.failed()).isTrue();
  }
}
