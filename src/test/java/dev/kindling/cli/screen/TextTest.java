package dev.kindling.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The small pieces that every screen is made of. */
final class TextTest {

  @Test
  void namesOfChecksReadAsSentences() {
    assertThat(Sentence.of("mediansComeFromTheTrainingRows"))
        .isEqualTo("Medians come from the training rows");
    assertThat(Sentence.of("runsTheUDFOnce")).isEqualTo("Runs the UDF once");
    assertThat(Sentence.of("marksNaNToo")).isEqualTo("Marks NaN too");
    assertThat(Sentence.of("keeps31Rows")).isEqualTo("Keeps 31 rows");
    assertThat(Sentence.of("")).isEmpty();
  }

  @Test
  void wordsWrapAndLongOnesStayWhole() {
    assertThat(Wrap.lines("one two three", 8)).containsExactly("one two", "three");
    assertThat(Wrap.lines("see work/day2/imputation/Imputation.java:47 now", 10))
        .containsExactly("see", "work/day2/imputation/Imputation.java:47", "now");
    assertThat(Wrap.lines("a\n\nb", 10)).containsExactly("a", "", "b");
    assertThat(Wrap.lines("", 10)).containsExactly("");
  }

  @Test
  void indentedLinesOfAParagraphStayIndented() {
    assertThat(Wrap.lines("like this:\n  fit the model here", 12))
        .containsExactly("like this:", "  fit the", "  model here");
  }

  @Test
  void wideLettersTakeTwoColumns() {
    assertThat(Cells.width("東京")).isEqualTo(4);
    assertThat(Cells.width("e\u0301")).isEqualTo(1);
    assertThat(Cells.cut("東京タワー", 5, "…")).isEqualTo("東京…");
    assertThat(Cells.cut("short", 5, "…")).isEqualTo("short");
    assertThat(Cells.right("7", 3)).isEqualTo("  7");
  }

  @Test
  void controlCharactersAndEscapeSequencesGo() {
    assertThat(CleanText.of("a\u001b[31mb\u001b[0m\u0007c")).isEqualTo("abc");
    assertThat(CleanText.of("t\u001b]0;title\u0007x\u001b]8;;url\u001b\\y")).isEqualTo("txy");
    assertThat(CleanText.of("1\r\n2\r3\t4")).isEqualTo("1\n2\n3    4");
    assertThat(CleanText.of("a\u202eb\u009b2Jc")).isEqualTo("ab2Jc");
    assertThat(CleanText.of("end\u001b")).isEqualTo("end");
    assertThat(CleanText.of("end\u001b[")).isEqualTo("end");
  }

  @Test
  void figuresReadWell() {
    assertThat(Figures.points(30)).isEqualTo("30");
    assertThat(Figures.points(7.5)).isEqualTo("7.5");
    assertThat(Figures.points(33.333333)).isEqualTo("33.33");
    assertThat(Figures.points(12.05)).isEqualTo("12.05");
    assertThat(Figures.seconds(380)).isEqualTo("0.4 s");
    assertThat(Figures.seconds(12_400)).isEqualTo("12 s");
    assertThat(Figures.seconds(72_000)).isEqualTo("1 min 12 s");
    assertThat(Figures.bytes(640L << 20)).isEqualTo("640 MB");
    assertThat(Figures.bytes(3_891L << 20)).isEqualTo("3.8 GB");
    assertThat(Figures.uptime(11_100)).isEqualTo("3 h 5 min");
    assertThat(Figures.count(1, "task")).isEqualTo("1 task");
  }

  @Test
  void anythingButANumberInColumnsMeansEighty() {
    assertThat(screen(Map.of("COLUMNS", "132")).width()).isEqualTo(132);
    assertThat(screen(Map.of("COLUMNS", "wide")).width()).isEqualTo(80);
    assertThat(screen(Map.of("COLUMNS", "0")).width()).isEqualTo(80);
    assertThat(screen(Map.of("COLUMNS", "3")).width()).isEqualTo(20);
    assertThat(screen(Map.of()).width()).isEqualTo(80);
  }

  @Test
  void coloursNeedATerminalThatKnowsThem() {
    assertThat(screen(Map.of("TERM", "xterm")).colour()).isTrue();
    assertThat(screen(Map.of("TERM", "dumb")).colour()).isFalse();
    assertThat(screen(Map.of("TERM", "xterm", "NO_COLOR", "1")).colour()).isFalse();
    assertThat(screen(Map.of("OS", "Windows_NT")).colour()).isFalse();
    assertThat(screen(Map.of("OS", "Windows_NT", "WT_SESSION", "1")).colour()).isTrue();
    assertThat(Screen.of(Map.of("TERM", "xterm"), false, StandardCharsets.UTF_8).colour())
        .isFalse();
  }

  @Test
  void locationsKeepLineAndColumn() {
    ShownPaths paths = new ShownPaths(Path.of("/course"), Path.of("/course"));

    assertThat(paths.location("work/day2/x/X.java:47:12")).isEqualTo("work/day2/x/X.java:47:12");
    assertThat(paths.location("work/day2/x/X.java")).isEqualTo("work/day2/x/X.java");
    assertThat(paths.location("work/day2/part2")).isEqualTo("work/day2/part2");
    assertThat(paths.location("/elsewhere/X.java:3")).isEqualTo("/elsewhere/X.java:3");
  }

  private static Screen screen(Map<String, String> environment) {
    return Screen.of(environment, true, StandardCharsets.UTF_8);
  }
}
