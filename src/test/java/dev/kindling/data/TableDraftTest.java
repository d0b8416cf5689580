package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableDraftTest {

  private final Streams streams = new Streams("test", 1);
  private final TableDraft draft = new TableDraft(streams, 4);

  @Test
  void aColumnMayLookAtThoseBeforeIt() {
    draft.fill("id", (row, draws) -> row.index());
    draft.fill("twice", (row, draws) -> 2 * row.whole("id"));
    assertThat(draft.table(List.of("twice", "id"), Cells::get, 3, 1, 3))
        .isEqualTo(Table.of("twice", "id").row(6, 3).row(2, 1).row(6, 3));
    assertThatThrownBy(() -> draft.fill("x", (row, draws) -> row.text("y")))
        .hasMessage("Column 'y' is not filled yet; there are [id, twice].");
  }

  @Test
  void aNewColumnLeavesTheOthersAsTheyAre() {
    draft.fill("x", (row, draws) -> draws.uniform());
    TableDraft wider = new TableDraft(streams, 4);
    wider.fill("new", (row, draws) -> draws.uniform());
    wider.fill("x", (row, draws) -> draws.uniform());
    assertThat(wider.row(2).number("x")).isEqualTo(draft.row(2).number("x"));
    assertThat(wider.row(2).number("new")).isNotEqualTo(wider.row(2).number("x"));
  }

  @Test
  void aColumnIsFilledUntilItIsGood() {
    draft.fillUntil("x", (row, draws) -> draws.below(10), soFar -> soFar.row(0).whole("x") == 7);
    assertThat(draft.row(0).whole("x")).isEqualTo(7);
  }

  @Test
  void whatNeverComesOutGoodFails() {
    assertThatThrownBy(() -> draft.fillUntil("x", (row, draws) -> 1, soFar -> false))
        .hasMessageStartingWith(
            "Column 'x' of dataset 'test' came out wrong 1000 times with seed 1");
  }
}
