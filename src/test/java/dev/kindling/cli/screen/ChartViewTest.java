package dev.kindling.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.plot.Examples;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares sketches with the files in {@code charts/}, named {@code kind.width.charset.txt}. {@code
 * -Dkindling.goldens.rewrite=true} writes them anew.
 */
final class ChartViewTest {

  private static final Path CHARTS = Path.of("src/test/resources/dev/kindling/cli/screen/charts");

  private static List<String> lines(ChartSpec spec, int width, Charset charset) {
    Look look = new Look(width, new Style(false), Glyphs.of(charset));
    return new ChartView(look, 4).lines(spec.json());
  }

  private static Map<String, String> sketches() {
    Map<String, String> sketches = new TreeMap<>();
    Examples.all()
        .forEach(
            (name, spec) -> {
              sketches.put(name + ".80.utf8.txt", text(lines(spec, 80, StandardCharsets.UTF_8)));
              sketches.put(
                  name + ".48.ascii.txt", text(lines(spec, 48, StandardCharsets.US_ASCII)));
            });
    return sketches;
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }

  @TestFactory
  List<DynamicTest> sketchesLookAsInTheirFiles() throws IOException {
    Map<String, String> sketches = sketches();
    if (Boolean.getBoolean("kindling.goldens.rewrite")) {
      Files.createDirectories(CHARTS);
      for (var sketch : sketches.entrySet()) {
        Files.writeString(CHARTS.resolve(sketch.getKey()), sketch.getValue());
      }
    }
    List<DynamicTest> tests = new ArrayList<>();
    try (var files = Files.list(CHARTS)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        tests.add(
            DynamicTest.dynamicTest(
                name, () -> assertThat(sketches.get(name)).isEqualTo(Files.readString(file))));
      }
    }
    assertThat(tests).hasSize(sketches.size());
    return tests;
  }

  @Test
  void noLineIsWiderThanItsScreen() {
    for (int width : new int[] {30, 48, 80, 200}) {
      Examples.all()
          .forEach(
              (name, spec) ->
                  assertThat(lines(spec, width, StandardCharsets.UTF_8))
                      .as(name + " in " + width)
                      .allMatch(line -> Cells.width(line) <= width));
    }
  }

  @Test
  void asciiIsAsciiOnly() {
    Examples.all()
        .forEach(
            (name, spec) ->
                assertThat(text(lines(spec, 60, StandardCharsets.US_ASCII))).as(name).isASCII());
  }

  @Test
  void whatATerminalWouldObeyIsTakenOut() {
    String hostile = "a\u001b]0;taken\u0007b\rc";
    SpecDraft draft = new SpecDraft("bar").title(hostile, List.of(hostile)).description(hostile);
    draft.row(Map.of("c", hostile, "v", 2));
    draft.encode("x", "c", "nominal", hostile);
    draft.encode("y", "v", "quantitative", hostile);

    String text = text(lines(draft.spec(), 80, StandardCharsets.UTF_8));

    assertThat(text).doesNotContain("\u001b", "\u0007", "\r").contains("ab");
  }
}
