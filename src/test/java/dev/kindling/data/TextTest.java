package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** How values become text. */
class TextTest {

  @Test
  void cellsAreQuotedOnlyWhereTheyMust() {
    Table table =
        Table.of("id", "price", "note", "day")
            .row(1, "$1,234.00", null, LocalDate.of(2025, 1, 2))
            .row(2, 7.5, "", null)
            .row(3, 7.0, "a \"b\"\nc", null);
    assertThat(Csv.text(table))
        .isEqualTo(
            "id,price,note,day\n1,\"$1,234.00\",,2025-01-02\n2,7.5,\"\",\n3,7.0,\"a \"\"b\"\"\nc\",\n");
  }

  @Test
  void decimalsAreShortAndReadBackTheSame() {
    assertThat(Decimals.text(2)).isEqualTo("2.0");
    assertThat(Decimals.text(-0.00201)).isEqualTo("-0.00201");
    assertThat(Decimals.text(45_000)).isEqualTo("45000.0");
    Draws draws = new Draws(1);
    for (int i = 0; i < 1000; i++) {
      double value = Decimals.round(draws.normal(0, 100), 5);
      assertThat(Double.parseDouble(Decimals.text(value))).isEqualTo(value);
    }
  }

  @Test
  void anUnroundedNumberIsRefused() {
    assertThatThrownBy(() -> Decimals.text(1.0 / 3))
        .hasMessageStartingWith("The value '0.3333333333333333' has more than 9 decimal places");
  }
}
