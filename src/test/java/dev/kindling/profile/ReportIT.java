package dev.kindling.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.data.DataContext;
import dev.kindling.data.TestSpark;
import dev.kindling.data.listings.Listings;
import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.tracking.page.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, opened as files. */
final class ReportIT {

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

  private static final String FORBIDDEN = "<script>document.title = 'changed'</script></body>";

  private static void open(String name, String page) throws IOException {
    Path file = folder.resolve(name + ".html");
    Files.writeString(file, page);
    browser.open(file.toUri().toString());
  }

  /** Follows a link within the page. */
  private static void jump(String link) {
    browser.all("a").stream()
        .filter(a -> a.getText().contains(link))
        .findFirst()
        .orElseThrow()
        .click();
  }

  @AfterEach
  void theConsoleIsSilent() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theConsoleTellsOfWhatAPageMayNotDo() throws IOException {
    open("forbidden", Profile.of(ReportTest.hostile()).toHtml().replace("</body>", FORBIDDEN));

    assertThat(browser.complaints()).hasSize(1).first().asString().contains("script");
  }

  @Test
  void aProfileOfListingsShowsItsParts() throws IOException {
    Listings listings = listings();
    open(
        "profile",
        Profile.of(listings.train(), ProfileSettings.defaults().withTitle("Listings")).toHtml());

    assertThat(browser.title()).isEqualTo("Listings");
    assertThat(browser.all("article.column")).hasSize(24);
    assertThat(browser.all("#correlations svg[role=img]")).hasSize(3);
    assertThat(browser.one("#overview").getText()).contains("5,400", "45 ");
    // The policy lets the page's own style in.
    assertThat(browser.one(".alert").getCssValue("border-radius")).isNotEqualTo("0px");
    browser.picture("profile-overview");
    jump("Variables");
    browser.picture("profile-variables");
    jump("Correlations");
    browser.picture("profile-correlations");
    jump("Missing values");
    browser.picture("profile-missing");
    jump("Alerts");
    browser.picture("profile-alerts");
  }

  @Test
  void onAPhoneNothingIsWiderThanTheScreen() throws IOException {
    open("phone", Profile.of(listings().train()).toHtml());
    browser.size(500, 900);
    try {
      jump("Variables");
      browser.picture("profile-phone");
      assertThat(browser.one("main").getSize().getWidth()).isLessThanOrEqualTo(500);
      assertThat(browser.all("svg[role=img]"))
          .allMatch(picture -> picture.getSize().getWidth() <= 500);
    } finally {
      browser.size(1280, 900);
    }
  }

  @Test
  void aComparisonShowsWhatMoved() throws IOException {
    Listings listings = listings();
    open("comparison", Comparison.of(listings.train(), listings.test()).toHtml());

    assertThat(browser.text()).contains("MEAN_MOVED", "CATEGORY_NEW");
    browser.picture("comparison");
    jump("Variables");
    browser.picture("comparison-variables");
  }

  @Test
  void aScriptInANameIsOnlyText() throws IOException {
    open("hostile", Profile.of(ReportTest.hostile()).toHtml());

    assertThat(browser.title()).isEqualTo("Profile");
    assertThat(browser.all("script, img")).isEmpty();
    assertThat(browser.one("article.column h3").getText()).isEqualTo(ReportTest.HOSTILE);
    browser.picture("profile-hostile");
  }

  private static Listings listings() {
    return new Listings(
        new DataContext(TestSpark.session(), 42, Path.of("target", "test-data").toAbsolutePath()));
  }
}
