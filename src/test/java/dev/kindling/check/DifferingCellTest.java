package dev.kindling.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferingCellTest {

  @Test
  void wordsTellTheCellAndItsRow() {
    DifferingCell cell = cell(Map.of("id", 7, "price", 4.0, "price_written", "$5"), "price");

    assertThat(cell.in("`{column}` of id {id}: {yours} for {expected}"))
        .isEqualTo("`price` of id 7: 4.0 for 1.5");
    assertThat(cell.in("{row.id}, written {{column}_written}")).isEqualTo("7, written $5");
  }

  @Test
  void aColumnThatIsCalledLikeAWordIsToldAsOneOfTheRow() {
    DifferingCell cell =
        cell(Map.of("column", "beds", "yours", "mine", "loading", -0.3), "loading");

    assertThat(cell.in("{column} of {row.column} is {yours}, not {row.yours}"))
        .isEqualTo("loading of beds is -0.3, not mine");
  }

  @Test
  void whatNothingIsCalledStaysAsItIs() {
    DifferingCell cell = cell(Map.of("id", 7, "price", 4.0), "price");

    assertThat(cell.in("{size}, {row.size}, {row.yours}, { {id} }} {"))
        .isEqualTo("{size}, {row.size}, {row.yours}, { 7 }} {");
  }

  @Test
  void aValueWithBracesIsNotReadAsWords() {
    DifferingCell cell = cell(Map.of("id", 7, "price", "{id}", "note", "{yours}"), "price");

    assertThat(cell.in("{yours}, {note}")).isEqualTo("{id}, {yours}");
  }

  @Test
  void aTextIsToldWholeAsFarAsASentenceHasRoom() {
    String address = "Rua do Almada 41, 4050-036 Porto";
    DifferingCell cell = cell(Map.of("address", address, "note", "x".repeat(500)), "address");

    assertThat(cell.in("'{address}'")).isEqualTo("'" + address + "'");
    assertThat(cell.in("{note}")).isEqualTo("x".repeat(119) + "…");
  }

  private static DifferingCell cell(Map<String, Object> row, String column) {
    return new DifferingCell(Map.of(column, 1.5), row, column);
  }
}
