package dev.kindling.plot.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.plot.Examples;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.tracking.page.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, opened as a file. */
final class ChartPageIT {

  @TempDir private static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    Optional<Browser> found = Browser.start();
    assumeTrue(
        found.isPresent(),
        "Skipped: there is no Chromium with its driver on the PATH, so nobody looks at the page.");
    browser = found.get();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  private static void open(String name, List<ChartSpec> charts) throws IOException {
    Path file = folder.resolve(name + ".html");
    Files.writeString(file, new ChartPage(name, charts).render());
    browser.open(file.toUri().toString());
  }

  @Test
  void everyKindIsDrawnInItsColours() throws IOException {
    for (Map.Entry<String, ChartSpec> chart : Examples.all().entrySet()) {
      open(chart.getKey(), List.of(chart.getValue()));

      assertThat(browser.all("svg[role=img] *")).as(chart.getKey()).hasSizeGreaterThan(2);
      // The policy lets the page's own style in: without it the body would have no font of its own.
      assertThat(browser.one("body").getCssValue("font-size")).isEqualTo("16px");
      browser.picture("chart-" + chart.getKey());
    }
  }

  @Test
  void chartsShareAPage() throws IOException {
    open("all", List.copyOf(Examples.all().values()));

    assertThat(browser.all("figure")).hasSize(Examples.all().size());
    assertThat(browser.all("svg[role=img]")).hasSize(Examples.all().size());
  }

  @Test
  void aScriptInANameIsOnlyText() throws IOException {
    open("hostile", List.of(ChartPageTest.hostile()));

    assertThat(browser.title()).isEqualTo("hostile");
    assertThat(browser.all("script, img")).isEmpty();
    assertThat(browser.one("h2").getText()).isEqualTo(ChartPageTest.HOSTILE);
    browser.picture("chart-hostile");
  }
}
