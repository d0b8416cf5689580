package dev.kindling.plot.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChartSpecTest {

  private static final String ROWS =
      "[{\"room\": \"flat\", \"price\": 120.5, \"day\": \"2026-03-01\"},"
          + " {\"room\": null, \"price\": 80, \"day\": \"2026-03-02\"}]";

  private static String chart(String mark, String encoding) {
    return chart(mark, encoding, ROWS);
  }

  private static String chart(String mark, String encoding, String rows) {
    return """
    {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "mark": "%s",
     "title": "Prices", "description": "Two rooms.",
     "data": {"values": %s}, "encoding": {%s}}
    """
        .formatted(mark, rows, encoding);
  }

  private static final String ROOM = "\"x\": {\"field\": \"room\", \"type\": \"nominal\"}";
  private static final String PRICE =
      "\"y\": {\"field\": \"price\", \"type\": \"quantitative\", \"aggregate\": \"mean\"}";

  @Test
  void whatASpecificationSaysCanBeAsked() {
    ChartSpec spec = ChartSpec.of(chart("bar", ROOM + "," + PRICE));

    assertThat(spec.mark()).isEqualTo("bar");
    assertThat(spec.channels()).containsExactly("x", "y");
    assertThat(spec.encoding("x").field()).isEqualTo("room");
    assertThat(spec.encoding("x").type()).isEqualTo("nominal");
    assertThat(spec.encoding("y").aggregate()).isEqualTo("mean");
    assertThat(spec.values("price")).containsExactly(120.5, 80.0);
    assertThat(spec.values("room")).containsExactly("flat", null);
    assertThat(spec.title()).isEqualTo("Prices");
    assertThat(spec.description()).isEqualTo("Two rooms.");
    assertThat(spec.notes()).isEmpty();
  }

  @Test
  void aChartCrossesABorderAsJson() throws Exception {
    ChartSpec spec = ChartSpec.of(chart("bar", ROOM + "," + PRICE));
    ObjectMapper mapper = new ObjectMapper();

    ChartSpec back = mapper.readValue(mapper.writeValueAsString(spec), ChartSpec.class);

    assertThat(back).isEqualTo(spec).hasSameHashCodeAs(spec);
    assertThat(back).isNotEqualTo(ChartSpec.of(chart("line", ROOM + "," + PRICE)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bar", "line", "area", "point", "circle", "square", "tick", "rect", "boxplot"})
  void everyMarkThatIsDrawnIsTaken(String mark) {
    assertThat(ChartSpec.of(chart(mark, ROOM + "," + PRICE)).mark()).isEqualTo(mark);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "barr | There is no mark 'barr'. Use one of bar, line",
        "arc | The mark 'arc' is Vega-Lite, but this page does not draw it",
      })
  void aMarkThatIsNotDrawnIsNamed(String mark, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(chart(mark, ROOM + "," + PRICE)))
        .withMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{`field`: `prise`, `type`: `quantitative`} | encoding.y names the field 'prise', but the rows have day, price, room",
        "{`field`: `room`, `type`: `quantitative`} | encoding.y is quantitative, but row 0 holds the text 'flat' in 'room'",
        "{`field`: `room`, `type`: `temporal`} | encoding.y is temporal, but row 0 holds the text 'flat'",
        "{`field`: `price`} | encoding.y has no 'type': say one of quantitative, nominal",
        "{`field`: `price`, `type`: `number`} | encoding.y has the type 'number', which is not one of",
        "{`type`: `quantitative`} | encoding.y names no 'field'",
        "{`field`: `price`, `type`: `quantitative`, `aggregate`: `mode`} | encoding.y has the aggregate 'mode'",
        "7 | encoding.y is not an object",
      })
  void anEncodingThatDoesNotFitIsExplained(String definition, String message) {
    String y = "\"y\": " + definition.strip().replace('`', '"');

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(chart("point", ROOM + "," + y)))
        .withMessageStartingWith(message.strip());
  }

  @Test
  void anAxisIsCalledByItsTitleOrItsFieldOrNotAtAll() {
    String definition = "\"y\": {\"field\": \"price\", \"type\": \"quantitative\"%s}";

    assertThat(label(definition.formatted(", \"title\": \"dollars\""))).isEqualTo("dollars");
    assertThat(label(definition.formatted(""))).isEqualTo("price");
    assertThat(label(definition.formatted(", \"title\": null"))).isEmpty();
  }

  private static String label(String y) {
    return ChartSpec.of(chart("point", ROOM + "," + y)).encoding("y").label();
  }

  @Test
  void aLogScaleTakesNoZero() {
    String y =
        "\"y\": {\"field\": \"price\", \"type\": \"quantitative\", \"scale\": {\"type\": \"log\"}}";

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ChartSpec.of(
                    chart("point", y, "[{\"price\": 3.5}, {\"price\": 0}, {\"price\": null}]")))
        .withMessageContaining("log scale, but row 1 holds 0");
    assertThat(ChartSpec.of(chart("point", y, "[{\"price\": 3.5}]")).encoding("y").log()).isTrue();
  }

  @Test
  void aBarNeedsBothAxes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(chart("bar", ROOM)))
        .withMessage("The mark 'bar' needs the channel 'y'; encoded are 'x'.");
  }

  @Test
  void fiveThousandRowsAreEnough() {
    String many = "[" + "{\"room\": \"flat\", \"price\": 1},".repeat(5_000) + "{\"price\": 2}]";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(chart("bar", ROOM + "," + PRICE, many)))
        .withMessageContaining("5,001 rows, and 5,000 is the most");
    assertThat(
            ChartSpec.of(chart("bar", ROOM + "," + PRICE, many.replace(",{\"price\": 2}]", "]")))
                .rows())
        .hasSize(5_000);
  }

  @Test
  void nothingIsFetched() {
    String fetched =
        chart("bar", ROOM + "," + PRICE)
            .replace("{\"values\": " + ROWS + "}", "{\"url\": \"https://example.org/a.csv\"}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(fetched))
        .withMessageContaining("nothing is fetched");
  }

  @ParameterizedTest
  @ValueSource(strings = {"layer", "hconcat", "transform", "repeat"})
  void aChartIsOneView(String composition) {
    String composed =
        chart("bar", ROOM + "," + PRICE).replaceFirst("\\{", "{\"" + composition + "\": [],");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(composed))
        .withMessageContaining(
            "'" + composition + "' is Vega-Lite, but this page does not draw it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"mark\": | The specification is not JSON: ",
        "[1, 2] | A specification is a JSON object",
        "{} trailing | The specification is not JSON: ",
        "{\"mark\": \"bar\"} | The specification does not say what it is. Add \"$schema\"",
        "{\"$schema\": \"https://vega.github.io/schema/vega/v5.json\"} | The schema 'https://vega.github.io/schema/vega/v5.json' is not Vega-Lite",
      })
  void whatIsNoSpecificationIsSaid(String json, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChartSpec.of(json))
        .withMessageStartingWith(message.strip());
  }

  @Test
  void aChannelThatIsNotEncodedIsNotInvented() {
    ChartSpec spec = ChartSpec.of(chart("bar", ROOM + "," + PRICE));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> spec.encoding("color"))
        .withMessage("The chart encodes no 'color', only [x, y].");
  }

  @Test
  void dotsAndBracketsOfANameComeBack() {
    String column = "price.usd[0] \\ a";
    SpecDraft draft =
        new SpecDraft("point").row(Map.of(column, 3.0)).title("", java.util.List.of());
    draft.encode("x", column, "quantitative", null);
    ChartSpec spec = draft.spec();

    assertThat(spec.encoding("x").field()).isEqualTo(column);
    assertThat(spec.definition("x").path("field").asText()).isEqualTo("price\\.usd\\[0\\] \\\\ a");
  }
}
