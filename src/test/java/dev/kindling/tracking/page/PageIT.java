package dev.kindling.tracking.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.tracking.MlflowClient;
import org.openqa.selenium.WebElement;

/** The page in a real browser. */
final class PageIT {

  private static final String HOSTILE = "<script>document.title='taken'</script>";

  @TempDir private static Path folder;
  private static TrackingServer server;
  private static Browser browser;
  private static MlflowClient client;
  private static String experiment;
  private static String forest;

  @BeforeAll
  static void start() {
    Optional<Browser> found = Browser.start();
    assumeTrue(
        found.isPresent(),
        "Skipped: there is no Chromium with its driver on the PATH, so nobody looks at the page.");
    browser = found.get();
    server =
        TrackingServer.start(
            new TrackingSettings(0, folder.resolve("mlflow.db"), folder.resolve("artifacts")));
    client = new MlflowClient(server.uri());
    experiment = client.createExperiment("flats");
    run("linear", 0.9, "10");
    forest = run("forest", 0.4, "20");
    run(HOSTILE, 0.6, "5");
    client.sendPost("registered-models/create", "{\"name\": \"price\"}");
    client.sendPost(
        "model-versions/create",
        "{\"name\": \"price\", \"source\": \"runs:/%s/model\", \"run_id\": \"%s\"}"
            .formatted(forest, forest));
    client.sendPost(
        "model-versions/transition-stage",
        "{\"name\": \"price\", \"version\": \"1\", \"stage\": \"Production\", \"archive_existing_versions\": true}");
    client.sendPost(
        "registered-models/alias",
        "{\"name\": \"price\", \"alias\": \"champion\", \"version\": \"1\"}");
  }

  private static String run(String name, double rmse, String depth) {
    String id = client.createRun(experiment).getRunId();
    client.setTag(id, "mlflow.runName", name);
    client.logParam(id, "depth", depth);
    for (int step = 0; step < 5; step++) {
      client.logMetric(id, "rmse", rmse + 0.1 * (4 - step), 1_700_000_000_000L + step, step);
    }
    client.setTerminated(id, RunStatus.FINISHED);
    return id;
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      client.close();
      server.close();
    }
  }

  @Test
  void anExperimentLeadsToItsRuns() {
    browser.open(server.uri());
    browser.picture("experiments");
    browser.click("flats");

    assertThat(browser.one("h1").getText()).isEqualTo("flats");
    assertThat(browser.column(2)).containsExactlyInAnyOrder("linear", "forest", HOSTILE);
    browser.picture("runs");
  }

  @Test
  void aClickOnAHeaderSortsAndASecondOneTurnsTheOrderRound() {
    browser.open(server.uri() + "/experiments/" + experiment);
    browser.click("rmse");

    assertThat(browser.column(2)).containsExactly("forest", HOSTILE, "linear");
    browser.click("rmse");

    assertThat(browser.column(2)).containsExactly("linear", HOSTILE, "forest");
  }

  @Test
  void theFilterBoxTakesMlflowsGrammarAndKeepsTheOrder() {
    browser.open(server.uri() + "/experiments/" + experiment);
    browser.click("rmse");
    search("metrics.rmse < 0.7");

    assertThat(browser.column(2)).containsExactly("forest", HOSTILE);
    assertThat(browser.one("input.filter").getDomProperty("value")).isEqualTo("metrics.rmse < 0.7");
  }

  @Test
  void aFilterThatCannotBeReadIsExplained() {
    browser.open(server.uri() + "/experiments/" + experiment);
    search("metrics.rmse is small");

    assertThat(browser.one(".error").getText()).contains("Invalid clause");
  }

  private static void search(String filter) {
    WebElement box = browser.one("input.filter");
    box.clear();
    box.sendKeys(filter);
    browser.follow(browser.one(".search button"));
  }

  @Test
  void chosenRunsStandSideBySideWithAChart() {
    browser.open(server.uri() + "/experiments/" + experiment);
    browser.click("rmse");
    browser.all("input[name=run]").get(0).click();
    browser.all("input[name=run]").get(2).click();
    browser.follow(browser.one("form[action='/compare'] button"));

    assertThat(browser.one("h1").getText()).isEqualTo("Compare 2 runs");
    assertThat(browser.one("tr.differs").getText()).contains("depth", "20", "10");
    assertThat(browser.all("svg path")).hasSize(2);
    assertThat(browser.one("figcaption").getText()).contains("rmse by step", "forest", "linear");
    browser.picture("compare");
  }

  @Test
  void aRunShowsItsParametersMetricsAndTags() {
    browser.open(server.uri() + "/runs/" + forest);

    assertThat(browser.text()).contains(forest, "FINISHED", "depth", "20", "rmse", "0.4");
    assertThat(browser.all("svg circle")).hasSize(5);
    browser.picture("run");
  }

  @Test
  void modelsShowVersionsStagesAndAliases() {
    browser.open(server.uri() + "/models");

    assertThat(browser.text()).contains("price", "@champion: 1");
    browser.click("price");

    assertThat(browser.text()).contains("Production", "@champion", "READY", forest.substring(0, 8));
    browser.picture("model");
  }

  @Test
  void aScriptInANameIsOnlyText() {
    browser.open(server.uri() + "/experiments/" + experiment);

    assertThat(browser.title()).isEqualTo("flats - Kindling");
    assertThat(browser.column(2)).contains(HOSTILE);
    assertThat(browser.all("main script")).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaidInASentence() {
    browser.open(server.uri() + "/runs/nosuchrun");

    assertThat(browser.one(".error").getText()).contains("nosuchrun");
  }
}
