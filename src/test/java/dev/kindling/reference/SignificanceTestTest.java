package dev.kindling.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignificanceTestTest {

  private static void says(SignificanceTest test, double statistic, double pValue) {
    assertThat(test.statistic()).isCloseTo(statistic, within(1e-9));
    assertThat(test.pValue()).isCloseTo(pValue, within(1e-6));
  }

  /** Ten and twenty of each pair of levels, where fifteen were to be expected. */
  private static Contingency crossed() {
    List<String> first = new ArrayList<>(Collections.nCopies(30, "a"));
    first.addAll(Collections.nCopies(30, "b"));
    List<Integer> second = new ArrayList<>(Collections.nCopies(10, 0));
    second.addAll(Collections.nCopies(40, 1));
    second.addAll(Collections.nCopies(10, 0));
    return Contingency.of(first, second);
  }

  @Test
  void twoCategoriesAreTestedByTheirCounts() {
    List<String> first = List.of("a", "a", "a", "b", "b", "b");
    List<Boolean> second = List.of(true, true, false, false, false, false);
    assertThat(Contingency.of(first, second).counts())
        .containsExactly(List.of(2L, 1L), List.of(0L, 3L));
    // Expected are 1, 2, 1 and 2: one off each, so 1 + 1/2 + 1 + 1/2.
    says(SignificanceTest.chiSquared(first, second), 3, 0.0832645);
    says(crossed().test(), 0, 1);
    says(SignificanceTest.chiSquared(first, Collections.nCopies(6, 1)), 0, 1);
    assertThatThrownBy(() -> Contingency.of(first, List.of(1)))
        .hasMessage("There are 6 and 1 levels: give each row one of both.");
  }

  @Test
  void associationIsZeroWithoutAndOneWithFullKnowledge() {
    Contingency third = new Contingency(List.of(List.of(10L, 20L), List.of(20L, 10L)));
    says(third.test(), 20 / 3.0, 0.0098233);
    assertThat(third.cramersV()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(third.mutualInformation()).isCloseTo(0.0817042, within(1e-7));
    Contingency full = new Contingency(List.of(List.of(5L, 0L), List.of(0L, 5L)));
    assertThat(full.cramersV()).isCloseTo(1, within(1e-12));
    assertThat(full.mutualInformation()).isCloseTo(1, within(1e-12));
    assertThat(crossed().mutualInformation()).isCloseTo(0, within(1e-12));
    assertThat(Contingency.of(List.of(1, 1), List.of(1, 2)).cramersV()).isNaN();
  }

  @Test
  void meansOfGroupsAreTestedByAnova() {
    double[] numbers = {1, 2, 3, 2, 3, 4, 5, 6, 7};
    List<String> groups = List.of("a", "a", "a", "b", "b", "b", "c", "c", "c");
    // Between the groups 26 with 2 degrees, within 6 with 6; with 2 degrees p is (1 + 2F/6)^-3.
    says(SignificanceTest.anova(numbers, groups), 13, Math.pow(1 + 26 / 6.0, -3));
    assertThat(SignificanceTest.anova(numbers, Collections.nCopies(9, "a")).pValue()).isNaN();
    assertThat(SignificanceTest.anova(new double[] {1, 2}, List.of("a", "b")).pValue()).isNaN();
    assertThat(SignificanceTest.anova(new double[] {1, 1, 2, 2}, List.of("a", "a", "b", "b")))
        .isEqualTo(new SignificanceTest(Double.POSITIVE_INFINITY, 0));
    assertThat(
            SignificanceTest.anova(new double[] {1, 1, 1, 1}, List.of("a", "a", "b", "b")).pValue())
        .isNaN();
  }

  @Test
  void aLineIsTestedByItsF() {
    double f = 2 * 30.25 / 13.5;
    // With 1 and 2 degrees F is the square of a t whose p is 1 - t / √(t² + 2).
    says(
        SignificanceTest.regression(new double[] {1, 2, 3, 4}, new double[] {1, 3, 2, 5}),
        f,
        1 - Math.sqrt(f / (f + 2)));
    assertThat(SignificanceTest.regression(new double[] {1, 1, 1}, new double[] {1, 2, 3}).pValue())
        .isNaN();
  }

  @Test
  void twoMeansAreTestedByT() {
    double[] low = {1, 2, 3, 4, 5};
    double[] high = {2, 3, 4, 5, 6};
    says(SignificanceTest.student(low, high), -1, 0.3465935);
    says(SignificanceTest.welch(low, high), -1, 0.3465935);
    // With 3 degrees and t = 3√3: 1 - 2/π (3/10 + arctan 3).
    says(
        SignificanceTest.paired(new double[] {10, 12, 9, 11}, new double[] {8, 11, 7, 10}),
        3 * Math.sqrt(3),
        1 - 2 / Math.PI * (0.3 + Math.atan(3)));
  }
}
