package dev.kindling.plot.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.plot.Examples;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ViewTest {

  private final Map<String, ChartSpec> examples = Examples.all();

  private View view(String name) {
    return View.of(examples.get(name));
  }

  private static View written(String mark, String rows, String encoding) {
    return View.of(
        ChartSpec.of(
            """
            {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "mark": %s,
             "data": {"values": %s}, "encoding": %s}
            """
                .formatted(mark, rows, encoding)));
  }

  @Test
  void binsOfEqualRatioAreEquallyWideOnALogScale() {
    List<Shape.Bar> bars = view("histogram").shapes(Shape.Bar.class);

    assertThat(bars).hasSize(7);
    assertThat(bars)
        .allSatisfy(bar -> assertThat(bar.x1() - bar.x0()).isCloseTo(1 / 7.0, within(1e-9)));
    assertThat(bars.get(1).name()).isEqualTo("31.62 to 100");
    assertThat(bars.get(5).length()).isZero();
    assertThat(view("histogram").x().ticks())
        .extracting(Tick::label)
        .containsExactly("10", "100", "1,000", "10,000");
  }

  @Test
  void barsAreSortedAsTheSpecificationAsksAndNullHasOne() {
    View view = view("bars");

    assertThat(view.x().ticks())
        .extracting(Tick::label)
        .containsExactly("Entire home/apt", "Hotel room", "Private room", "null");
    assertThat(view.y().ticks()).extracting(Tick::label).contains("0", "50", "100");
    assertThat(view.shapes(Shape.Bar.class)).allSatisfy(bar -> assertThat(bar.y0()).isZero());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"-y\"",
        "{\"field\": \"n\", \"order\": \"descending\"}",
        "{\"encoding\": \"y\", \"order\": \"descending\"}"
      })
  void barsAreSortedByAnotherChannelOrField(String sort) {
    View view =
        written(
            "\"bar\"",
            "[{\"c\": \"a\", \"n\": 1}, {\"c\": \"b\", \"n\": 3}, {\"c\": \"c\", \"n\": 2}]",
            """
            {"x": {"field": "c", "type": "nominal", "sort": %s},
             "y": {"field": "n", "type": "quantitative"}}
            """
                .formatted(sort));

    assertThat(view.x().ticks()).extracting(Tick::label).containsExactly("b", "c", "a");
  }

  @Test
  void pointsLieWhereTheirNumbersAre() {
    List<Shape.Dot> dots = view("scatter").shapes(Shape.Dot.class);

    assertThat(dots).hasSize(41);
    assertThat(dots.get(20).y()).isZero();
    assertThat(dots.get(0).x()).isZero();
    assertThat(dots.get(40).x()).isEqualTo(1.0);
    assertThat(view("scatter").groups()).containsExactly("left", "right");
    assertThat(dots.get(0).label()).isEqualTo("x -10, y 100, half left");
  }

  @Test
  void daysAreTickedByWeek() {
    View view = view("line");

    assertThat(view.shapes(Shape.Path.class)).hasSize(1);
    assertThat(view.x().ticks())
        .extracting(Tick::label)
        .containsExactly("2026-02-01", "2026-02-08", "2026-02-15", "2026-02-22");
  }

  @Test
  void theFiveNumbersMakeTheBoxTheyWereTakenFrom() {
    Shape.Box box = view("boxes").shapes(Shape.Box.class).get(0);

    assertThat(box.label()).isEqualTo("Entire home/apt: 20 to 400, box 80 to 210, median 130");
    assertThat(box.outliers()).isEmpty();
  }

  @Test
  void aBoxOfAllValuesHasTukeysWhiskers() {
    Shape.Box box =
        written(
                "\"boxplot\"",
                "[{\"v\": 1}, {\"v\": 2}, {\"v\": 3}, {\"v\": 4}, {\"v\": 100}]",
                "{\"x\": {\"field\": \"v\", \"type\": \"quantitative\"}}")
            .shapes(Shape.Box.class)
            .get(0);

    assertThat(box.label()).isEqualTo("1 to 4, box 2 to 4, median 3");
    assertThat(box.outliers()).hasSize(1);
    assertThat(box.upright()).isFalse();
  }

  @Test
  void zeroIsTheMiddleOfCorrelations() {
    View view = view("heat");

    assertThat(view.shading()).isEqualTo(new Shading(-1, 1, true, "r"));
    assertThat(view.shapes(Shape.Cell.class)).hasSize(9);
    assertThat(view.shapes(Shape.Cell.class).get(2).shade()).isEqualTo(0.375);
  }

  @Test
  void binsAndCountsOfAHandWrittenChartAreWorkedOut() {
    View view =
        written(
            "{\"type\": \"bar\"}",
            "[{\"v\": 1}, {\"v\": 3}, {\"v\": 4}, {\"v\": 19}]",
            "{\"x\": {\"field\": \"v\", \"bin\": {\"maxbins\": 4}, \"type\": \"quantitative\"},"
                + " \"y\": {\"aggregate\": \"count\"}}");

    assertThat(view.shapes(Shape.Bar.class))
        .extracting(Shape.Bar::label)
        .containsExactly("0 to 5: 3", "15 to 20: 1");
    assertThat(view.y().title()).isEqualTo("count of rows");
  }

  @Test
  void coloursStackBars() {
    List<Shape.Bar> bars =
        written(
                "\"bar\"",
                "[{\"c\": \"a\", \"g\": \"u\", \"v\": 2}, {\"c\": \"a\", \"g\": \"v\", \"v\": 3}]",
                "{\"x\": {\"field\": \"c\", \"type\": \"nominal\"},"
                    + " \"y\": {\"field\": \"v\", \"type\": \"quantitative\"},"
                    + " \"color\": {\"field\": \"g\", \"type\": \"nominal\"}}")
            .shapes(Shape.Bar.class);

    assertThat(bars.get(0).y1()).isEqualTo(bars.get(1).y0());
    assertThat(bars.get(1).y1()).isCloseTo(1.0, within(1e-9));
    assertThat(bars).extracting(Shape.Bar::group).containsExactly(0, 1);
  }

  @Test
  void barsOfNamesAtTheSideLie() {
    Shape.Bar bar =
        written(
                "\"bar\"",
                "[{\"c\": \"a\", \"v\": 2}]",
                "{\"y\": {\"field\": \"c\", \"type\": \"nominal\"},"
                    + " \"x\": {\"field\": \"v\", \"type\": \"quantitative\"}}")
            .shapes(Shape.Bar.class)
            .get(0);

    assertThat(bar.upright()).isFalse();
    assertThat(bar.length()).isEqualTo(1.0);
  }

  @Test
  void everyShapeLiesWithinTheSquare() {
    examples.forEach(
        (name, spec) -> {
          View view = View.of(spec);
          assertThat(view.shapes()).as(name).isNotEmpty();
          for (Shape.Bar bar : view.shapes(Shape.Bar.class)) {
            assertThat(List.of(bar.x0(), bar.x1(), bar.y0(), bar.y1()))
                .as(name)
                .allMatch(share -> share >= -1e-9 && share <= 1 + 1e-9);
          }
          for (Shape.Dot dot : view.shapes(Shape.Dot.class)) {
            assertThat(dot.y()).isBetween(0.0, 1.0);
          }
        });
  }

  @Test
  void aChartWithoutRowsIsEmptyAndNothingBreaks() {
    View view =
        written(
            "\"bar\"",
            "[]",
            "{\"x\": {\"field\": \"c\", \"type\": \"nominal\"},"
                + " \"y\": {\"field\": \"v\", \"type\": \"quantitative\"}}");

    assertThat(view.shapes()).isEmpty();
  }

  @Test
  void numbersAreShort() {
    assertThat(NumberText.of(1234567.0)).isEqualTo("1,234,567");
    assertThat(NumberText.of(0.123456)).isEqualTo("0.1235");
    assertThat(NumberText.of(1e-7)).isEqualTo("1.00e-07");
    assertThat(NumberText.of(52.01)).isEqualTo("52.01");
    assertThat(NumberText.of((Object) null)).isEqualTo("null");
  }
}
