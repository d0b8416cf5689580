package dev.kindling.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestNamesTest {

  private static final List<String> LABS =
      List.of("day1/frames", "day2/encoding", "day2/imputation", "day3/tuning", "day4/udf");

  @Test
  void aLetterTooManyOrTooFewOrWrongIsForgiven() {
    assertThat(NearestNames.of("imputatoin", LABS)).containsExactly("day2/imputation");
    assertThat(NearestNames.of("imputaton", LABS)).containsExactly("day2/imputation");
    assertThat(NearestNames.of("imputations", LABS)).containsExactly("day2/imputation");
    assertThat(NearestNames.of("umputation", LABS)).containsExactly("day2/imputation");
  }

  @Test
  void twoLettersSwappedCountAsOneEdit() {
    assertThat(NearestNames.of("ufd", LABS)).containsExactly("day4/udf");
  }

  @Test
  void theWholeIdIsComparedToo() {
    assertThat(NearestNames.of("day3/imputation", LABS)).first().isEqualTo("day2/imputation");
  }

  @Test
  void aPartOfANameFindsIt() {
    assertThat(NearestNames.of("imput", LABS)).containsExactly("day2/imputation");
  }

  @Test
  void theNearestComesFirstAndThreeAtMost() {
    List<String> names = List.of("abcd", "abcx", "abxx", "abce", "abcf");
    assertThat(NearestNames.of("abcd", names)).hasSize(3).first().isEqualTo("abcd");
  }

  @Test
  void whatIsFarFromEverythingFindsNothing() {
    assertThat(NearestNames.of("kubernetes", LABS)).isEmpty();
  }

  @Test
  void namesAreJoinedAsPeopleWould() {
    assertThat(NearestNames.join(List.of())).isEmpty();
    assertThat(NearestNames.join(List.of("a"))).isEqualTo("'a'");
    assertThat(NearestNames.join(List.of("a", "b"))).isEqualTo("'a' or 'b'");
    assertThat(NearestNames.join(List.of("a", "b", "c"))).isEqualTo("'a', 'b' or 'c'");
  }
}
