package dev.kindling.lab;

import static dev.kindling.lab.SampleLabs.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CatalogueTest {

  private final Catalogue catalogue =
      new Catalogue(
          List.of(
              entry("projects/churn", 0, 1),
              entry("day2/trees", 2, 20),
              entry("day2/imputation", 2, 4),
              entry("day3/trees", 3, 1),
              entry("day1/frames", 1, 9)));

  @Test
  void labsComeInCourseOrderAndProjectsLast() {
    assertThat(catalogue.labs())
        .extracting(lab -> lab.id().toString())
        .containsExactly(
            "day1/frames", "day2/imputation", "day2/trees", "day3/trees", "projects/churn");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day2/imputation",
        "imputation",
        "Imputation",
        " imputation ",
        "labs/day2/imputation",
        "./work/day2/imputation/",
        "labs\\day2\\imputation"
      })
  void aLabIsFoundByAnyNameItGoesBy(String name) {
    assertThat(catalogue.find(name).id()).hasToString("day2/imputation");
  }

  @Test
  void aShortNameThatTwoLabsShareIsAnsweredWithBoth() {
    assertThatThrownBy(() -> catalogue.find("trees"))
        .isInstanceOf(UnknownLabException.class)
        .hasMessage("'trees' is the name of 2 labs: say 'day2/trees' or 'day3/trees'.");
    assertThat(catalogue.find("day3/trees").info().day()).isEqualTo(3);
  }

  @Test
  void aTypoIsAnsweredWithTheNearestName() {
    assertThatThrownBy(() -> catalogue.find("imputatoin"))
        .isInstanceOf(UnknownLabException.class)
        .hasMessage("There is no lab 'imputatoin'; did you mean 'day2/imputation'?");
  }

  @Test
  void aNameLikeNoneIsAnsweredWithTheList() {
    assertThatThrownBy(() -> catalogue.find("kubernetes"))
        .isInstanceOf(UnknownLabException.class)
        .hasMessage("There is no lab 'kubernetes': './lab list' shows them all.");
  }
}
