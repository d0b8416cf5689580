package dev.kindling.data.selection;

import dev.kindling.data.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which column is what.
 *
 * @param informative the five numbers that the labels depend on
 * @param redundant five numbers that are noisy mixtures of the informative ones, each with the
 *     informative one that it follows most
 * @param noise the other twenty numbers
 * @param nearConstant the one of the noise that hardly ever changes
 * @param informativeCategories the three categories that the labels depend on
 * @param noiseCategories the other five
 * @param highCardinality the one of the noise categories with many levels
 */
public record Roles(
    List<String> informative,
    Map<String, String> redundant,
    List<String> noise,
    String nearConstant,
    List<String> informativeCategories,
    List<String> noiseCategories,
    String highCardinality) {

  static final int INFORMATIVE = 5;
  static final int INFORMATIVE_CATEGORIES = 3;

  public Roles {
    informative = List.copyOf(informative);
    redundant = Collections.unmodifiableMap(redundant);
    noise = List.copyOf(noise);
    informativeCategories = List.copyOf(informativeCategories);
    noiseCategories = List.copyOf(noiseCategories);
  }

  static Roles draw(Draws draws) {
    List<String> numbers = shuffled(Signals.NUMBERS, draws);
    List<String> categories = shuffled(Signals.CATEGORIES, draws);
    Map<String, String> redundant = new LinkedHashMap<>();
    for (int i = 0; i < INFORMATIVE; i++) {
      redundant.put(numbers.get(INFORMATIVE + i), numbers.get(i));
    }
    List<String> noise = numbers.subList(2 * INFORMATIVE, numbers.size());
    List<String> noiseCategories = categories.subList(INFORMATIVE_CATEGORIES, categories.size());
    return new Roles(
        numbers.subList(0, INFORMATIVE),
        redundant,
        noise,
        noise.get(0),
        categories.subList(0, INFORMATIVE_CATEGORIES),
        noiseCategories,
        noiseCategories.get(0));
  }

  /** The informative and the redundant numbers: all that go along with the labels. */
  public List<String> relevant() {
    List<String> relevant = new ArrayList<>(informative);
    relevant.addAll(redundant.keySet());
    return relevant;
  }

  private static List<String> shuffled(List<String> names, Draws draws) {
    List<String> shuffled = new ArrayList<>();
    for (int i : draws.permutation(names.size())) {
      shuffled.add(names.get(i));
    }
    return shuffled;
  }
}
