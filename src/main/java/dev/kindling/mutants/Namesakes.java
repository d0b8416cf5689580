package dev.kindling.mutants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers changes that would read the same: two calls of one name on one line. */
final class Namesakes {

  private Namesakes() {}

  static List<Mutant> numbered(List<Mutant> mutants) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    mutants.forEach(mutant -> counts.merge(words(mutant), 1, Integer::sum));
    Map<List<Object>, Integer> seen = new HashMap<>();
    List<Mutant> numbered = new ArrayList<>();
    for (Mutant mutant : mutants) {
      int of = counts.getOrDefault(words(mutant), 0);
      int number = seen.merge(words(mutant), 1, Integer::sum);
      numbered.add(
          of == 1
              ? mutant
              : mutant.withChange(mutant.change() + " (%d of %d)".formatted(number, of)));
    }
    return numbered;
  }

  private static List<Object> words(Mutant mutant) {
    return List.of(mutant.file(), mutant.line(), mutant.change());
  }
}
