package day4.udf.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Drawn listings.
 *
 * @param drawn the id and the wave of each
 */
record Waves(List<Row> drawn) {

  private static final int WAVES = 10;

  /** Asks for the rows; every one must have a wave. */
  static Waves of(Dataset<Row> frame) {
    expect(frame).as("the drawn listings").toHaveType("wave", DataTypes.IntegerType);
    List<Row> drawn = compute("the waves", () -> frame.select("id", "wave").collectAsList());
    expect(drawn.stream().filter(row -> row.isNullAt(1)).count())
        .as("the number of listings without a wave")
        .toBe(0);
    return new Waves(drawn);
  }

  /** How many listings have a later wave than this one. */
  long after(int wave) {
    return drawn.stream().filter(row -> row.getInt(1) > wave).count();
  }

  /** The share of listings that have the same wave there, which is about a tenth. */
  double shareAsIn(Waves other) {
    return (double) drawn.stream().filter(Set.copyOf(other.drawn)::contains).count() / drawn.size();
  }

  /**
   * Every wave comes up, as often as the others. If all are equally likely, counts as uneven as the
   * limit come up once in a billion times; where the two ends get half a share, 2,700 draws give a
   * chance of 1e-20 and less.
   */
  void judgeEvenness() {
    Map<Integer, Long> counts =
        new TreeMap<>(
            drawn.stream()
                .collect(Collectors.groupingBy(row -> row.getInt(1), Collectors.counting())));
    expect(List.copyOf(counts.keySet()))
        .as("the waves that were drawn")
        .toHaveElementsInOrder(IntStream.rangeClosed(1, WAVES).boxed().toList())
        .diagnose(
            "one-draw-for-all",
            waves -> waves.size() == 1,
            "All listings have the same wave: the number was drawn once, on the driver, while the plan was made. Draw"
                + " inside the function, which runs for each row.");
    long[] observed = counts.values().stream().mapToLong(Long::longValue).toArray();
    double[] even = IntStream.range(0, WAVES).mapToDouble(wave -> 1).toArray();
    double ends = (double) (observed[0] + observed[9]) / (observed[1] + observed[8]);
    expect(new ChiSquareTest().chiSquareTest(even, observed))
        .as("the chance of counts as uneven as " + counts)
        .toBeAtLeast(1e-9)
        .diagnose(
            "ends-drawn-half",
            chance -> ends > 0.3 && ends < 0.7,
            "1 and 10 come about half as often as the others: rounding gives the two ends only half a unit each. Cut off"
                + " instead, or draw a whole number with nextInt.");
  }
}
