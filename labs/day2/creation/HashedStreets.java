package day2.creation;

import static dev.kindling.check.Expect.expect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges how the streets of two frames were hashed, whatever the hash function: a street has one
 * slot, the same in both.
 *
 * @param slots how long a vector should be
 */
record HashedStreets(int slots) {

  private static final int DEFAULT_SLOTS = 262_144;

  private static final String LEARNED =
      "The slot of a street depends on the other streets of the frame, so something was learned from it (as `StringIndexer` does). In another frame the same slot means another street, and a model cannot know. `FeatureHasher` computes the slot from the name alone.";

  private static final String MORE_THAN_THE_STREET =
      "Something else than the street's name decides about its slots: %s. Give the hasher `street_name` as its only input column.";

  void judge(Dataset<Row> some, Dataset<Row> others) {
    expect(some)
        .as("the houses")
        .toHaveType(Houses.STREET_SLOTS, SQLDataTypes.VectorType())
        .diagnose(
            "index-for-slots",
            houses ->
                Stream.of("int", "bigint", "double")
                    .anyMatch(
                        houses.schema().apply(Houses.STREET_SLOTS).dataType().simpleString()
                            ::equals),
            "One number per street has an order: a linear model multiplies it by a coefficient, as if street 7 were seven times street 1. A vector with a slot for each hash value has no order: use `FeatureHasher`.");
    List<HashedStreet> here = HashedStreet.of(some);
    List<HashedStreet> there = HashedStreet.of(others);
    judgeSizes(here, there);
    judgeValues(Stream.concat(here.stream(), there.stream()).toList());
    judgeSlots(here, there);
  }

  private void judgeSizes(List<HashedStreet> here, List<HashedStreet> there) {
    expect(sizes(here, there))
        .as("the lengths of the vectors")
        .toHaveElements(List.of(slots))
        .diagnose(
            "default-slots",
            List.of(DEFAULT_SLOTS),
            "The vectors have 262,144 slots, which is what a hasher takes if you do not say. That many coefficients for 60 streets is a lot. Call `setNumFeatures(slots)`.")
        .diagnose("slots-learned-from-frame", sizes -> learned(here, sizes.get(0)), LEARNED);
  }

  private static List<Integer> sizes(List<HashedStreet> here, List<HashedStreet> there) {
    return Stream.concat(here.stream(), there.stream()).map(HashedStreet::size).distinct().toList();
  }

  /** Whether there is about one slot for each street, as an index would have it. */
  private static boolean learned(List<HashedStreet> streets, int size) {
    return Math.abs(slotsByStreet(streets).size() - size) <= 2;
  }

  private void judgeValues(List<HashedStreet> all) {
    long filled =
        all.stream().filter(street -> !street.isKnown() && !street.slots().isEmpty()).count();
    expect(filled)
        .as("the number of unknown streets that have a slot")
        .toBe(0)
        .diagnose(
            "missing-street-in-a-slot",
            count -> true,
            count ->
                "%s houses without a street have a 1 in some slot, so a text was put in place of null before it was hashed. They now share that slot with every street that happens to fall there. The hasher leaves nulls out by itself: all zeros."
                    .formatted(count));
    int most =
        all.stream()
            .filter(HashedStreet::isKnown)
            .mapToInt(street -> street.slots().size())
            .max()
            .orElse(0);
    expect(most)
        .as("the largest number of filled slots in one vector")
        .toBe(1)
        .diagnose(
            "more-than-the-street",
            count -> count.intValue() > 1,
            count ->
                MORE_THAN_THE_STREET.formatted(
                    "a vector has up to %s filled slots, one for each column or word that was hashed"
                        .formatted(count)));
    expect(
            all.stream()
                .filter(HashedStreet::isKnown)
                .flatMap(street -> street.values().stream())
                .distinct()
                .toList())
        .as("the numbers in the filled slots")
        .toHaveElements(List.of(1.0));
  }

  private void judgeSlots(List<HashedStreet> here, List<HashedStreet> there) {
    Map<String, Set<Integer>> ofHere = slotsByStreet(here);
    Map<String, Set<Integer>> ofThere = slotsByStreet(there);
    expect(ofHere.values().stream().filter(found -> found.size() > 1).count())
        .as("the number of streets with several slots in one frame")
        .toBe(0)
        .diagnose(
            "more-than-the-street",
            count -> true,
            count ->
                MORE_THAN_THE_STREET.formatted(
                    "%s streets have another slot from house to house".formatted(count)));
    expect(
            ofHere.keySet().stream()
                .filter(ofThere::containsKey)
                .filter(street -> !ofHere.get(street).equals(ofThere.get(street)))
                .count())
        .as("the number of streets with another slot in another frame")
        .toBe(0)
        .diagnose("slots-learned-from-frame", count -> true, LEARNED);
    // About 60 streets fall into 16 slots: by chance, any good hash leaves one or two of them
    // empty.
    expect(ofHere.values().stream().flatMap(Set::stream).collect(Collectors.toSet()).size())
        .as("the number of slots in use")
        .toBeAtLeast(slots / 2.0);
  }

  private static Map<String, Set<Integer>> slotsByStreet(List<HashedStreet> streets) {
    Map<String, Set<Integer>> slots = new TreeMap<>();
    streets.stream()
        .filter(HashedStreet::isKnown)
        .forEach(
            street ->
                slots
                    .computeIfAbsent(street.name(), name -> new TreeSet<>())
                    .addAll(street.slots()));
    return slots;
  }
}
