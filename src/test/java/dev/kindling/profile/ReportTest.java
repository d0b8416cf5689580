package dev.kindling.profile;

import static dev.kindling.profile.Frames.of;
import static dev.kindling.profile.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.data.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Profiles as JSON and as pages. */
final class ReportTest {

  private static final Path GOLDEN = Path.of("src/test/resources/dev/kindling/profile/flats.json");

  static final String HOSTILE = "<script>document.title='taken'</script>";

  static Dataset<Row> flats() {
    return of(
        "rooms int, rent double, street string, since date",
        List.of(
            row(2, 800.0, "Quay", java.sql.Date.valueOf("2020-01-31")),
            row(3, 1100.5, "Quay", java.sql.Date.valueOf("2021-07-01")),
            row(4, null, "Hill", null),
            row(2, 800.0, "Quay", java.sql.Date.valueOf("2020-01-31")),
            row(1, 0.0, "Hill", java.sql.Date.valueOf("2019-02-28"))));
  }

  /** Names and values that a page must show and not obey. */
  static Dataset<Row> hostile() {
    return TestSpark.session()
        .range(0, 60, 1, 1)
        .selectExpr(
            "\"" + HOSTILE + "\" as `" + HOSTILE + "`",
            "if(id % 3 = 0, '</style><img src=x onerror=alert(1)>', concat('\\u202e\\u0007\" ', id % 2)) as `\" onload=alert(1) x=\"`",
            "id as `a & b < c`",
            "id * 2 as ` `");
  }

  /** To change it on purpose, copy what the failure shows. */
  @Test
  void theJsonIsStable() throws IOException {
    assertThat(Profile.of(flats()).toJson() + "\n").isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void theJsonHoldsEveryPart() throws IOException {
    JsonNode json = new ObjectMapper().readTree(Profile.of(flats()).toJson());

    assertThat(json.path("version").asInt()).isEqualTo(1);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "version",
            "title",
            "overview",
            "basis",
            "alerts",
            "columns",
            "correlations",
            "settings");
    assertThat(json.at("/columns/1/missing").asInt()).isEqualTo(1);
    assertThat(json.at("/settings/thresholds/correlation").asDouble()).isEqualTo(0.5);
  }

  @Test
  void thePageHoldsEveryPartAndStandsAlone() {
    String page = Profile.of(flats()).toHtml();

    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("Overview", "Alerts", "Variables", "Correlations", "Missing values")
        .contains("Quantiles are exact.", "1,100.5", "(missing)")
        .contains("Content-Security-Policy")
        .doesNotContain("<script", "http:", "src=", "href=\"h");
  }

  @Test
  void namesAndValuesAreOnlyText() {
    String page = Profile.of(hostile()).toHtml();
    Dataset<Row> frame = hostile();
    String comparison = Comparison.of(frame, frame.drop("a & b < c")).toHtml();

    for (String each : List.of(page, comparison)) {
      assertThat(each)
          .contains("&lt;script&gt;")
          .doesNotContain("<script", "<img", "\" onload=", "\u202e", "\u0007");
    }
  }

  /** The control: the text is there, and only its escaping keeps it harmless. */
  @Test
  void theHostileTextReallyReachesThePage() {
    assertThat(Profile.of(hostile()).toHtml()).contains("&lt;img src=x onerror=alert(1)&gt;");
  }
}
