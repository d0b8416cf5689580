package dev.kindling.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StatusLineTest {

  private final StringBuilder written = new StringBuilder();
  private final AtomicLong now = new AtomicLong();
  private final StatusLine line = new StatusLine(written::append, now::get);
  private final Look look = new Look(30, new Style(false), Glyphs.of(StandardCharsets.UTF_8));

  private String drawn() {
    written.setLength(0);
    line.draw(look);
    return written.toString().replace("\r\u001b[2K", "|");
  }

  @Test
  void workGoesBeforeTheFooterAndTurnsASpinner() {
    line.footer("q quit");
    assertThat(drawn()).isEqualTo("|q quit");
    line.working("starting Spark");
    assertThat(drawn()).isEqualTo("|⠋ starting Spark");
    line.tick();
    assertThat(drawn()).isEqualTo("|⠙ starting Spark");
    line.working("");
    assertThat(drawn()).isEqualTo("|q quit");
  }

  @Test
  void longWorkShowsItsSeconds() {
    line.working("starting Spark");
    now.set(3_200);
    assertThat(drawn()).isEqualTo("|⠋ starting Spark (3 s)");
    line.working("task 1");
    assertThat(drawn()).isEqualTo("|⠋ task 1");
  }

  @Test
  void theLineNeverReachesTheLastColumn() {
    line.working("a very long description of what is being done");

    assertThat(Cells.width(drawn().substring(1))).isEqualTo(29);
  }

  @Test
  void nothingToShowErasesWhatWasThere() {
    line.working("task 1");
    drawn();
    line.working("");

    assertThat(drawn()).isEqualTo("|");
    assertThat(drawn()).isEmpty();
  }
}
