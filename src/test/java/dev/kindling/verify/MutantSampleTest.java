package dev.kindling.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.mutants.Mutant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which mutants are judged. */
final class MutantSampleTest {

  private static final List<Mutant> ALL =
      IntStream.range(0, 100)
          .mapToObj(
              line -> new Mutant("a.B", new byte[0], "m", "B.java", line, "x", "y", Set.of(1)))
          .toList();

  @Test
  void theWholeSampleHoldsAllInTheirOrder() {
    assertThat(MutantSample.WHOLE.of(ALL)).isEqualTo(ALL);
    assertThat(MutantSample.WHOLE.isWhole()).isTrue();
  }

  @Test
  void aSampleIsNoLargerThanAskedForAndSpreadOverAll() {
    List<Mutant> some = new MutantSample(30, 2).of(ALL);
    assertThat(some).hasSize(25);
    assertThat(some.get(0).line()).isEqualTo(2);
    assertThat(some.get(24).line()).isEqualTo(98);
  }

  @Test
  void afterSomeTurnsEachHasBeenInASample() {
    Set<Integer> seen = new HashSet<>();
    List<Mutant> twice = new ArrayList<>();
    for (long turn = Long.MAX_VALUE - 3; turn != Long.MIN_VALUE; turn++) {
      new MutantSample(30, turn)
          .of(ALL)
          .forEach(mutant -> twice.addAll(seen.add(mutant.line()) ? List.of() : List.of(mutant)));
    }
    assertThat(seen).hasSize(100);
    assertThat(twice).isEmpty();
  }
}
