package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class TableTest {

  private final Table table = Table.of("kind", "x").row("a", 1).row("b", 2).row("a", null);

  @Test
  void rowsAreChosenByAValueOrByItsAbsence() {
    assertThat(table.where("kind", "a").column("x")).containsExactly(1, null);
    assertThat(table.where("x", null).column("kind")).containsExactly("a");
    assertThat(table.values("x").present()).containsExactly(1, 2);
  }

  @Test
  void aTableOfOneRowBecomesTall() {
    assertThat(Table.of("beds", "baths").row(1.0, 1.5).tall("column", "median"))
        .isEqualTo(Table.of("column", "median").row("beds", 1.0).row("baths", 1.5));
    assertThatThrownBy(() -> table.tall("column", "median"))
        .hasMessage("Only a table of one row can be made tall; this one has 3 rows.");
  }

  @Test
  void anUnknownColumnIsNamed() {
    assertThatThrownBy(() -> table.column("y"))
        .hasMessage("There is no column 'y'; there are [kind, x].");
  }

  @Test
  void aFrameAndItsTableHaveTheSameColumns() {
    StructType schema = new StructType().add("x", DataTypes.IntegerType);
    assertThatThrownBy(() -> new Frame("points", schema, table))
        .hasMessageContaining("frame 'points' has the columns [x] but its table has [kind, x]");
  }

  @Test
  void framesHaveNamesThatDiffer() {
    Frame frame = new Frame("a", new StructType(), Table.of());
    assertThatThrownBy(() -> new Generated<>(List.of(frame, frame), 1))
        .hasMessageContaining("[a, a]");
    assertThatThrownBy(() -> new Generated<>(List.of(), 1))
        .hasMessageContaining("at least one frame");
  }
}
