package dev.kindling.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LabIdTest {

  @Test
  void anIdIsAGroupAndAName() {
    LabId id = LabId.parse("day2/imputation");
    assertThat(id.group()).isEqualTo("day2");
    assertThat(id.name()).isEqualTo("imputation");
    assertThat(id.packageName()).isEqualTo("day2.imputation");
    assertThat(id).hasToString("day2/imputation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day2",
        "Day2/imputation",
        "day2/Imputation",
        "day2/my-lab",
        "day2/",
        "/imputation",
        "day2/a/b",
        "../day2",
        "2day/imputation"
      })
  void whatCannotBeAPackageIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> LabId.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("'day2/imputation'");
  }

  @Test
  void idsSortByTheirText() {
    assertThat(LabId.parse("day1/z")).isLessThan(LabId.parse("day2/a"));
    assertThat(LabId.parse("day2/a")).isEqualByComparingTo(LabId.parse("day2/a"));
  }
}
