package day2.onehot;

import static dev.kindling.check.Expect.expect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.ml.linalg.Vector;

/**
 * What a linear model makes of the levels of a column, read by position.
 *
 * @param coefficients the model's coefficients
 * @param start the place of the column's first slot
 * @param slots how many slots the column has
 * @param levels the column's levels in the order of their indices
 * @param base the level to compare with
 */
record Effects(Vector coefficients, int start, int slots, List<String> levels, String base) {

  /** Spark's solver and the subtraction both round in the last digits. */
  private static final double ROUNDING = 1e-9;

  private Map<String, Double> right() {
    return relativeTo(base, raw());
  }

  /** The coefficients themselves; that of a level without a slot is 0. */
  private Map<String, Double> raw() {
    return each(i -> i < slots ? coefficients.apply(start + i) : 0.0);
  }

  /** Every level has a slot, they think: the dropped one reads that of the next column. */
  private Map<String, Double> withNextSlot() {
    return slots == levels.size() ? Map.of() : each(i -> coefficients.apply(start + i));
  }

  private Map<String, Double> nextRelativeToBase() {
    return slots == levels.size() ? Map.of() : relativeTo(base, withNextSlot());
  }

  /** From the beginning of the vector, whatever column it is. */
  private Map<String, Double> fromTheStart() {
    return each(i -> i < slots ? coefficients.apply(i) : 0.0);
  }

  private Map<String, Double> firstCoefficients() {
    return each(coefficients::apply);
  }

  /** The first level has no slot, they think, as in tools that drop the first. */
  private Map<String, Double> firstDropped() {
    return each(i -> i == 0 ? 0.0 : coefficients.apply(start + i - 1));
  }

  private Map<String, Double> alphabetical() {
    List<String> sorted = levels.stream().sorted().toList();
    Map<String, Double> effects = new TreeMap<>();
    for (int i = 0; i < sorted.size(); i++) {
      effects.put(sorted.get(i), i < slots ? coefficients.apply(start + i) : 0.0);
    }
    return effects;
  }

  private Map<String, Double> each(Function<Integer, Double> coefficient) {
    Map<String, Double> effects = new TreeMap<>();
    for (int i = 0; i < levels.size(); i++) {
      effects.put(levels.get(i), coefficient.apply(i));
    }
    return effects;
  }

  private static Map<String, Double> relativeTo(String base, Map<String, Double> effects) {
    Map<String, Double> relative = new TreeMap<>();
    effects.forEach((level, effect) -> relative.put(level, effect - effects.get(base)));
    return relative;
  }

  private static Map<String, Double> turned(Map<String, Double> effects) {
    Map<String, Double> turned = new TreeMap<>();
    effects.forEach((level, effect) -> turned.put(level, -effect));
    return turned;
  }

  /** Judges what reading gave. */
  void judge(Map<String, Double> found) {
    String dropped = levels.get(levels.size() - 1);
    String next =
        "\"%s\" was given the coefficient of another column. It is the last level, and the encoder dropped it: %d levels have %d slots, and the next coefficient belongs to the next column. The dropped level has the coefficient 0."
            .formatted(dropped, levels.size(), slots);
    String first =
        "Each coefficient stands at the level after its own: the first level was taken for the dropped one, as in tools that drop the first. Spark drops the last, \"%s\"."
            .formatted(dropped);
    String start =
        "These are the coefficients from the beginning of the vector, which belong to another column. Look up the slots by name, or add up the widths of the columns before.";
    expect(found)
        .as("the effects")
        .within(ROUNDING)
        .toHaveEntries(right())
        .diagnose(
            "dropped-level-missing",
            effects ->
                slots < levels.size()
                    && !effects.containsKey(dropped)
                    && effects.size() == levels.size() - 1,
            "\"%s\" is missing: the encoder dropped it, the last of %d levels, so it has no slot. It has an effect all the same; its coefficient is 0, and the others are compared with it."
                .formatted(dropped, levels.size()))
        .diagnose(
            "unknown-listed",
            effects -> effects.size() > levels.size() && effects.containsKey("__unknown"),
            "\"__unknown\" is no level that the indexer learned, but the name of its category for everything else. Take the levels from `labelsArray()`.")
        .diagnose("reads-next-slot", nextRelativeToBase(), next)
        .diagnose("reads-next-slot", withNextSlot(), next)
        .diagnose("first-level-dropped", relativeTo(base, firstDropped()), first)
        .diagnose("first-level-dropped", firstDropped(), first)
        .diagnose(
            "not-relative-to-base",
            raw(),
            "These are the coefficients themselves, and they are compared with \"%s\". Asked for is the comparison with \"%s\": subtract its coefficient from each."
                .formatted(slots < levels.size() ? dropped : "an unknown level", base))
        .diagnose(
            "sign-turned",
            turned(right()),
            "The signs are turned. An effect is the coefficient of the level minus that of \"%s\"."
                .formatted(base))
        .diagnose("offset-ignored", relativeTo(base, fromTheStart()), start)
        .diagnose("offset-ignored", fromTheStart(), start)
        .diagnose("offset-ignored", relativeTo(base, firstCoefficients()), start)
        .diagnose(
            "alphabetical-slots",
            relativeTo(base, alphabetical()),
            "The coefficients were given to the levels in alphabetical order. The slots are in the order of the indices, the most frequent level first.");
  }
}
