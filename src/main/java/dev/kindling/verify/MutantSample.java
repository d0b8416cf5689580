package dev.kindling.verify;

import dev.kindling.mutants.Mutant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which mutants of a lab are judged.
 *
 * @param most how many at the most
 * @param turn which of them: with each turn others, evenly spread over the solution
 */
public record MutantSample(int most, long turn) {

  /** All of them. */
  public static final MutantSample WHOLE = new MutantSample(Integer.MAX_VALUE, 0);

  public MutantSample {
    if (most < 1) {
      throw new IllegalArgumentException("A sample of %d mutants shows nothing.".formatted(most));
    }
  }

  boolean isWhole() {
    return most == Integer.MAX_VALUE;
  }

  List<Mutant> of(List<Mutant> all) {
    int step = (int) Math.max(1, (all.size() + most - 1L) / most);
    int start = (int) Math.floorMod(turn, (long) step);
    return IntStream.range(0, all.size())
        .filter(place -> place % step == start)
        .mapToObj(all::get)
        .toList();
  }
}
