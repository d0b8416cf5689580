package dev.kindling.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.ShownPart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableViewTest {

  private static Look look(int width) {
    return new Look(width, new Style(false), Glyphs.of(StandardCharsets.UTF_8));
  }

  @Test
  void numbersStandToTheRightBelowTheirTypes() {
    ShownPart part =
        ShownPart.table(
            "",
            List.of("city", "price"),
            List.of("string", "double"),
            List.of(List.of("Ulm", "7.5"), List.of("Bern", "1200.0")));

    assertThat(new TableView(look(40)).lines(part, 0))
        .containsExactly(
            "city     price", //
            "string  double", //
            "Ulm        7.5", //
            "Bern    1200.0");
  }

  @Test
  void aTableOfManyColumnsShowsThoseThatFitAndNamesTheRest() {
    List<String> columns = new ArrayList<>();
    List<String> types = new ArrayList<>();
    List<String> row = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      columns.add("column" + i);
      types.add("int");
      row.add("12345678");
    }
    ShownPart part = ShownPart.table("", columns, types, List.of(row));

    List<String> lines = new TableView(look(40)).lines(part, 0);

    assertThat(lines.get(0)).isEqualTo(" column0   column1   column2   column3");
    assertThat(lines.get(3)).startsWith("… and 8 more columns: column4, column5");
  }

  @Test
  void anAwkwardTableIsNoReasonToFail() {
    ShownPart ragged =
        ShownPart.table("", List.of("a", "b"), List.of(), List.of(List.of("1"), List.of()));

    assertThat(new TableView(look(40)).lines(ragged, 2)).containsExactly("  a  b", "  1", "");
  }
}
