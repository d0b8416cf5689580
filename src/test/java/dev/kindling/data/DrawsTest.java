package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DrawsTest {

  private static final int MANY = 20_000;

  private final Draws draws = new Streams("test", 42).draws("draws");

  @Test
  void theFirstDrawsNeverChange() {
    // Written down from the first version: another JDK or platform must draw the same.
    assertThat(List.of(draws.uniform(), draws.normal(), draws.exponential(2)))
        .containsExactly(0.8203015720949135, 0.3799364735618831, 2.347870428498883);
    assertThat(draws.permutation(5)).containsExactly(3, 1, 2, 4, 0);
  }

  @Test
  void momentsAreThoseOfTheDistributions() {
    // Tolerances are about five standard errors.
    assertMoments(() -> draws.uniform(2, 4), 3, 0.577);
    assertMoments(() -> draws.normal(1, 2), 1, 2);
    assertMoments(() -> draws.exponential(3), 3, 3);
    assertMoments(() -> (double) draws.poisson(4), 4, 2);
    assertMoments(() -> (double) draws.between(1, 6), 3.5, 1.708);
    assertMoments(() -> draws.chance(0.2) ? 1.0 : 0.0, 0.2, 0.4);
  }

  @Test
  void optionsArePickedAsOftenAsTheirWeightsSay() {
    List<String> options = List.of("a", "b", "c");
    List<Object> picked =
        Stream.generate(() -> (Object) draws.pick(options, 1, 0, 3)).limit(MANY).toList();
    assertThat(new Values(picked).counts()).containsOnlyKeys("a", "c");
    assertThat(new Values(picked).counts().get("a") / (double) MANY).isCloseTo(0.25, within(0.016));
  }

  @Test
  void asManyWeightsAsOptionsAreNeeded() {
    assertThatThrownBy(() -> draws.pick(List.of("a", "b"), 1))
        .hasMessage("There are 2 options but 1 weights: give each option [a, b] one weight.");
  }

  @Test
  void aPermutationHasEachNumberOnce() {
    assertThat(draws.permutation(100))
        .containsExactlyInAnyOrder(IntStream.range(0, 100).toArray())
        .isNotEqualTo(IntStream.range(0, 100).toArray());
  }

  @Test
  void streamsOfOtherNamesSeedsAndDatasetsDiffer() {
    double first = new Streams("a", 1).draws("x").uniform();
    assertThat(new Streams("a", 1).draws("x").uniform()).isEqualTo(first);
    assertThat(
            List.of(
                new Streams("a", 1).draws("y").uniform(),
                new Streams("a", 2).draws("x").uniform(),
                new Streams("b", 1).draws("x").uniform()))
        .doesNotContain(first)
        .doesNotHaveDuplicates();
  }

  private static void assertMoments(Supplier<Double> draw, double mean, double sd) {
    Values values = new Values(Stream.generate(() -> (Object) draw.get()).limit(MANY).toList());
    assertThat(values.mean()).isCloseTo(mean, within(5 * sd / Math.sqrt(MANY)));
    assertThat(values.sd()).isCloseTo(sd, within(sd * 0.06));
  }
}
