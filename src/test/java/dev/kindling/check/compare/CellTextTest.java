package dev.kindling.check.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class CellTextTest {

  @Test
  void numbersHaveSevenDigitsAndNoLocale() {
    assertThat(CellText.of(120.0)).isEqualTo("120.0");
    assertThat(CellText.of(1234567.0)).isEqualTo("1234567.0");
    assertThat(CellText.of(0.1 + 0.2)).isEqualTo("0.3");
    assertThat(CellText.of(2.0 / 3)).isEqualTo("0.6666667");
    assertThat(CellText.of(1e8)).isEqualTo("100000000.0");
    assertThat(CellText.of(1.5e12)).isEqualTo("1.5E+12");
    assertThat(CellText.of(0.0)).isEqualTo("0.0");
    assertThat(CellText.of(0.1f)).isEqualTo("0.1");
    assertThat(CellText.of(Double.NaN)).isEqualTo("NaN");
    assertThat(CellText.of(7L)).isEqualTo("7");
  }

  @Test
  void stringsAreQuotedWhereTheyWouldMislead() {
    assertThat(CellText.of("Loft")).isEqualTo("Loft");
    assertThat(CellText.of("")).isEqualTo("''");
    assertThat(CellText.of(" Loft")).isEqualTo("' Loft'");
    assertThat(CellText.of("null")).isEqualTo("'null'");
    assertThat(CellText.of(null)).isEqualTo("null");
    assertThat(CellText.of("a\nb\u0007")).isEqualTo("a\\nb\ufffd");
  }

  @Test
  void collectionsReadTheSameFromSparkAndFromJava() {
    assertThat(CellText.of(Arrays.asList(1.0, null, "x"))).isEqualTo("[1.0, null, x]");
    assertThat(CellText.of(Vectors.dense(1, 0, 2.5))).isEqualTo("[1.0, 0.0, 2.5]");
    assertThat(CellText.of(Vectors.sparse(100, new int[] {3}, new double[] {1})))
        .isEqualTo("(100, [3], [1.0])");
    assertThat(CellText.of(RowFactory.create("Main St", 4))).isEqualTo("{Main St, 4}");
    assertThat(CellText.of(Map.of("b", 2, "a", 1))).isEqualTo("{a: 1, b: 2}");
    assertThat(CellText.of(new String[] {"a"})).isEqualTo("[a]");
    assertThat(CellText.of(new byte[] {1, (byte) 255})).isEqualTo("0x01ff");
    assertThat(CellText.of(Timestamp.from(Instant.EPOCH))).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void longTextsAreCut() {
    assertThat(CellText.of("x".repeat(100))).hasSize(28).endsWith("…");
    assertThat(CellText.of(java.util.Collections.nCopies(100_000, 1.0))).hasSize(28);
  }

  @Test
  void valuesThatLookTheSameAreShownWhereTheyDiffer() {
    assertThat(CellText.distinct(0.30000000000000004, 0.3))
        .isEqualTo(List.of("0.30000000000000004", "0.3"));
    String start = "a long beginning that both of them share, ";
    List<String> shown = CellText.distinct(start + "left", start + "right");
    assertThat(shown).containsExactly("…share, left", "…share, right");
  }
}
