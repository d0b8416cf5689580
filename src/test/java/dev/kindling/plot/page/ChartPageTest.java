package dev.kindling.plot.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.plot.Examples;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChartPageTest {

  static final String HOSTILE =
      "<script>document.title='taken'</script>\"'><img src=x onerror=alert(1)>";

  /** A chart that carries a hostile text wherever a text can be. */
  static ChartSpec hostile() {
    SpecDraft draft = new SpecDraft("bar").title(HOSTILE, List.of(HOSTILE)).description(HOSTILE);
    draft.row(Map.of(HOSTILE, HOSTILE, "v", 2));
    draft.encode("x", HOSTILE, "nominal", HOSTILE);
    draft.encode("y", "v", "quantitative", HOSTILE);
    draft.encode("color", HOSTILE, "nominal", HOSTILE);
    return draft.spec();
  }

  @Test
  void hostileTextStaysText() {
    String page = new ChartPage(HOSTILE, List.of(hostile())).render();

    assertThat(page).doesNotContain("<script", "<img");
    // The control: the text is there, escaped, in title, axes, legend, hints and specification.
    assertThat(page.split("&lt;script&gt;", -1)).hasSizeGreaterThan(10);
  }

  @Test
  void thePageLoadsNothing() {
    String page = new ChartPage("All", List.copyOf(Examples.all().values())).render();

    assertThat(page)
        .contains("default-src 'none'".replace("'", "&#x27;"))
        .doesNotContain("src=", "href=", "@import", "url(", " style=");
    assertThat(page.split("http", -1).length - 1)
        .as("only the names of schemas and the policy's header")
        .isEqualTo(Examples.all().size() + 1);
  }

  @Test
  void everyChartHasAPictureWithItsTextAndItsSpecification() {
    Examples.all()
        .forEach(
            (name, spec) ->
                assertThat(new ChartPage(name, List.of(spec)).render())
                    .as(name)
                    .contains(
                        "role=\"img\"",
                        "<desc id=\"chart1-desc\">" + spec.description(),
                        "<title id=\"chart1-title\">" + spec.title(),
                        "an example",
                        "vega-lite/v5.json"));
  }

  @Test
  void noCoordinateIsMissing() {
    String page = new ChartPage("All", List.copyOf(Examples.all().values())).render();

    assertThat(page).doesNotContain("NaN", "Infinity", "\"-0.0\"");
  }
}
