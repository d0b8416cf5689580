package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class ValuesTest {

  record Split(long train, double share) {}

  @Test
  void numbersAreComparedWithATolerance() {
    passes(() -> expect(0.1 + 0.2).toBe(0.3));
    passes(() -> expect(0.81).within(0.01).toBe(0.8).toBeBetween(0.82, 0.9).toBeAtMost(0.8));
    CheckFailure failure = failureOf(() -> expect(0.5).as("the AUC").within(0.01).toBe(0.81));
    assertThat(failure.rationale())
        .isEqualTo("Expected the AUC to be 0.81 (within 0.01), but it is 0.5.");
    assertThat(failure.expected()).isEqualTo("0.81");
    assertThat(failure.actual()).isEqualTo("0.5");
  }

  @Test
  void boundsBelongToTheRange() {
    passes(() -> expect(1.0).toBeAtLeast(1).toBeAtMost(1).toBeBetween(1, 1));
    assertThat(failureOf(() -> expect(1.0).toBeAtLeast(1.1)).rationale())
        .isEqualTo("Expected the result to be at least 1.1, but it is 1.0.");
    assertThat(failureOf(() -> expect(1.0).toBeAtMost(0.9)).rationale())
        .isEqualTo("Expected the result to be at most 0.9, but it is 1.0.");
    assertThat(failureOf(() -> expect(1.0).toBeBetween(2, 3)).rationale())
        .isEqualTo("Expected the result to be between 2.0 and 3.0, but it is 1.0.");
  }

  @Test
  void whatIsBetterThanItCanBeIsToldAsTooGood() {
    passes(() -> expect(0.9).as("the AUC").within(0.02).notToBeTooGood(0.89));
    CheckFailure failure =
        failureOf(() -> expect(1.0).as("the AUC").within(0.02).notToBeTooGood(0.89));
    assertThat(failure.rationale())
        .startsWith(
            "Expected the AUC to be at most 0.89 (within 0.02), but it is 1.0, which is too good to be"
                + " true");
    assertThat(failure.expected()).isEqualTo("at most 0.89");
  }

  @Test
  void nanIsNeitherLargeNorSmall() {
    passes(() -> expect(Double.NaN).toBe(Double.NaN));
    failureOf(() -> expect(Double.NaN).within(100).toBeAtLeast(0));
    failureOf(() -> expect(Double.NaN).within(100).toBeAtMost(0));
    failureOf(() -> expect(Double.NaN).toBeBetween(0, 1));
  }

  @Test
  void wholeNumbersLookWhole() {
    assertThat(failureOf(() -> expect(31).as("the count").toBe(30)).rationale())
        .isEqualTo("Expected the count to be 30, but it is 31.");
    Integer boxed = 31;
    assertThat(failureOf(() -> expect(boxed).toBe(30.5)).rationale())
        .isEqualTo("Expected the result to be 30.5, but it is 31.");
    assertThat(failureOf(() -> expect((Double) null).toBe(1)).rationale())
        .isEqualTo("Expected a value for the result, but it is null.");
    assertThat(failureOf(() -> expect(3).toSatisfy("an even number", x -> x % 2 == 0)).rationale())
        .isEqualTo("Expected of the result: an even number, but it is 3.");
  }

  @Test
  void otherValuesAreComparedByContent() {
    passes(() -> expect("a").toBe("a"));
    passes(() -> expect(true).toBe(true));
    passes(() -> expect(new double[] {1, 2}).toBe(new double[] {1, 2}));
    passes(() -> expect(new Split(3, 0.8)).within(0.05).toBe(new Split(3, 0.82)));
    passes(
        () -> expect(Vectors.dense(1, 0)).toBe(Vectors.sparse(2, new int[] {0}, new double[] {1})));
    passes(() -> expect((String) null).toBe(null));
    assertThat(failureOf(() -> expect("").as("the name").toBe("label")).rationale())
        .isEqualTo("Expected the name to be 'label', but it is ''.");
    assertThat(failureOf(() -> expect(false).as("the flag").toBe(true)).rationale())
        .isEqualTo("Expected the flag to be true, but it is false.");
    assertThat(failureOf(() -> expect(new double[] {1}).toBe(new double[] {2})).actual())
        .isEqualTo("[1.0]");
  }

  @Test
  void aConditionThatThrowsIsTheAnswersError() {
    passes(() -> expect("abc").toSatisfy("three letters", text -> text.length() == 3));
    assertThat(
            failureOf(() -> expect("ab").toSatisfy("three letters", text -> text.length() == 3))
                .rationale())
        .isEqualTo("Expected of the result: three letters, but it is 'ab'.");
    AnswerError error =
        thrownBy(
            () -> expect((String) null).toSatisfy("a length", text -> text.length() > 0),
            AnswerError.class);
    assertThat(error.getCause()).isInstanceOf(NullPointerException.class);
  }

  @Test
  void listsAreMultisetsUnlessTheirOrderIsAskedFor() {
    List<String> list = List.of("b", "a", "b");
    passes(() -> expect(list).toHaveElements(List.of("a", "b", "b")));
    passes(() -> expect(list).toHaveElementsInOrder(List.of("b", "a", "b")));
    assertThat(failureOf(() -> expect(list).toHaveElements(List.of("a", "b"))).rationale())
        .isEqualTo("In the result, 'b' is there too often.");
    CheckFailure failure =
        failureOf(() -> expect(list).as("the names").toHaveElements(List.of("a", "b", "c")));
    assertThat(failure.rationale())
        .isEqualTo("In the names, 'c' is missing and 'b' is there too often.");
    assertThat(failure.expected()).isEqualTo("[a, b, c]");
    assertThat(
            failureOf(() -> expect(list).toHaveElementsInOrder(List.of("a", "b", "b"))).rationale())
        .isEqualTo(
            "In the result, the elements are in another order: number 1 is 'b', expected 'a'.");
    assertThat(failureOf(() -> expect(List.of("x")).toHaveElements(List.of())).rationale())
        .isEqualTo("In the result, 'x' is not expected.");
  }

  @Test
  void listsOfNumbersHaveATolerance() {
    passes(() -> expect(List.of(1.0, 2.0)).within(0.2).toHaveElements(List.of(2.1, 0.9)));
    failureOf(() -> expect(List.of(1.0, 2.0)).toHaveElements(List.of(2.1, 0.9)));
    passes(() -> expect(Arrays.asList(null, 1.0)).toHaveElements(Arrays.asList(1.0, null)));
    passes(() -> expect(List.of(1)).toSatisfy("one element", list -> list.size() == 1));
    failureOf(() -> expect(List.of(1)).toSatisfy("two elements", list -> list.size() == 2));
  }

  @Test
  void mapsAreComparedEntryByEntry() {
    Map<String, Double> map = Map.of("price", 120.0, "beds", 2.0);
    passes(() -> expect(map).within(0.5).toHaveEntries(Map.of("beds", 2.4, "price", 119.6)));
    CheckFailure failure =
        failureOf(
            () -> expect(map).as("the medians").toHaveEntries(Map.of("beds", 3.0, "price", 120.0)));
    assertThat(failure.rationale())
        .isEqualTo("In the medians, the value of 'beds' is 2.0, expected 3.0.");
    assertThat(failure.expected()).isEqualTo("key  | value\n-----|------\nbeds |  *3.0");
    assertThat(failure.actual()).isEqualTo("key  | value\n-----|------\nbeds |  *2.0");
    assertThat(
            failureOf(() -> expect(map).toHaveEntries(Map.of("beds", 2.0, "baths", 1.0)))
                .rationale())
        .isEqualTo(
            "In the result, the key 'baths' is missing and the key 'price' is not expected.");
    assertThat(
            failureOf(() -> expect(map).toHaveEntries(Map.of("beds", 3.0, "price", 1.0)))
                .rationale())
        .isEqualTo(
            "In the result, 2 of 2 values differ: 'beds' is 2.0, expected 3.0; 'price' is 120.0, expected 1.0.");
    failureOf(() -> expect(map).toSatisfy("no beds", m -> !m.containsKey("beds")));
  }

  private CheckFailure after(Map<String, String> left) {
    return failureOf(
        () ->
            expect(left)
                .since(Map.of("run", "RUNNING", "alias", "1", "tag", "old"))
                .toHaveEntries(Map.of("run", "RUNNING", "alias", "2", "tag", "new")));
  }

  @Test
  void whatWasRightInAStateIsTheAnswersDoing() {
    CheckFailure changed = after(Map.of("run", "FINISHED", "alias", "2", "tag", "new"));
    assertThat(changed.diagnosis()).isEqualTo("disturbed");
    assertThat(changed.message())
        .isEqualTo(
            "'run' is not as it was before your method ran: nothing should have changed about it.");
    assertThat(after(Map.of("alias", "2", "tag", "new")).diagnosis()).isEqualTo("disturbed");
    CheckFailure added =
        after(Map.of("run", "RUNNING", "alias", "2", "tag", "new", "other", "1", "third", "1"));
    assertThat(added.message())
        .isEqualTo(
            "'other', 'third' are not as they were before your method ran: nothing should have changed about them.");
  }

  @Test
  void whatIsAsBeforeWasLeftUntouched() {
    CheckFailure failure = after(Map.of("run", "RUNNING", "alias", "1", "tag", "old"));
    assertThat(failure.diagnosis()).isEqualTo("untouched");
    assertThat(failure.message())
        .isEqualTo(
            "'alias', 'tag' are as they were before your method ran, which should have changed them.");
  }

  @Test
  void aStateThatIsWrongInTwoWaysOrInAThirdOneNamesNothing() {
    assertThat(after(Map.of("run", "FINISHED", "alias", "1", "tag", "new")).diagnosis()).isNull();
    assertThat(after(Map.of("run", "RUNNING", "alias", "3", "tag", "new")).diagnosis()).isNull();
  }
}
