package day4.udf;

import static dev.kindling.check.Expect.expect;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;

/**
 * Drawn listings.
 *
 * @param drawn the id, the price and the wave of each
 */
record Waves(List<Row> drawn) {

  /** They are the listings that cost less, as often as those are there. */
  void judgePrices(List<Double> prices, double below) {
    expect(drawn.size())
        .as("the number of affordable listings")
        .toBe(prices.stream().filter(price -> price < below).count())
        .diagnose(
            "at-most-instead-of-below",
            prices.stream().filter(price -> price <= below).count(),
            "Listings that cost exactly %s are among them. Affordable is what costs less: lt, not leq."
                .formatted(below));
    expect(drawn.stream().filter(row -> row.isNullAt(1) || row.getDouble(1) >= below).count())
        .as("the number of listings that cost too much")
        .toBe(0);
  }

  /**
   * Every wave comes up, and the first and the last as often as the others. Of n draws those two
   * get n/5 with a standard deviation of 0.4·√n: 540 ± 21 of 2,700. Rounding instead of cutting off
   * halves that, so 3n/20 is more than five deviations away from both.
   */
  void judgeEvenness() {
    Map<Integer, Long> counts =
        drawn.stream()
            .collect(
                Collectors.groupingBy(row -> row.getInt(2), TreeMap::new, Collectors.counting()));
    expect(List.copyOf(counts.keySet()))
        .as("the waves that were drawn")
        .toHaveElements(IntStream.rangeClosed(1, 10).boxed().toList())
        .diagnose(
            "off-by-one",
            IntStream.rangeClosed(0, 9).boxed().toList(),
            "The waves go from 0 to 9: nextInt(10) starts at 0 and leaves 10 out. Draw from 1 to 10, nextInt(1, 11).");
    expect(counts.get(1) + counts.get(10))
        .as("how often 1 and 10 were drawn")
        .toBeAtLeast(drawn.size() * 3 / 20)
        .diagnose(
            "uneven-draw",
            ends -> true,
            "1 and 10 come about half as often as the others: rounding gives the two ends only half a unit each. Cut off"
                + " instead, or draw a whole number with nextInt.");
  }

  /** The rows were filtered on these waves, so that no other wave may be among them. */
  void judgeFilter(List<Integer> waves) {
    expect(drawn.stream().filter(row -> !waves.contains(row.getInt(2))).count())
        .as(
            "the number of listings with another wave after a filter on wave IN %s"
                .formatted(waves))
        .toBe(0)
        .diagnose(
            "deterministic-random",
            other -> other.longValue() > 0,
            other ->
                ("%d of %d rows that passed the filter wave IN %s show another wave. Spark believes that your function"
                        + " always gives the same, so it called it once for the filter and again for the column."
                        + " Declare it asNondeterministic().")
                    .formatted(other.longValue(), drawn.size(), waves));
  }

  Map<Integer, Integer> byId() {
    return drawn.stream()
        .collect(Collectors.toMap(row -> row.getInt(0), row -> row.getInt(2), (one, other) -> one));
  }
}
