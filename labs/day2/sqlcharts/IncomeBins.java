package day2.sqlcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Incomes counted by bin in plain Java: as it should be, and as known mistakes have it.
 *
 * @param incomes doubles and nulls
 */
record IncomeBins(List<Object> incomes, double low, double high, int bins) {

  Table right() {
    return table(counts(this::bin));
  }

  /** An income on an edge in the bin that ends there. */
  Table edgesBelow() {
    return table(
        counts(
            income ->
                income <= low ? 0 : income > high ? bins + 1 : (long) Math.ceil(place(income))));
  }

  /** Incomes outside in the first and the last bin. */
  Table endsFolded() {
    return table(counts(income -> Math.min(Math.max(bin(income), 1), bins)));
  }

  /** Every empty bin with one listing. */
  Table emptyCountsOne() {
    Map<Long, Long> counts = counts(this::bin);
    counts.replaceAll((bin, listings) -> Math.max(listings, 1));
    return table(counts);
  }

  private long bin(double income) {
    return income < low ? 0 : income >= high ? bins + 1 : (long) Math.floor(place(income)) + 1;
  }

  private double place(double income) {
    return (income - low) * bins / (high - low);
  }

  /** Counts by bin; null is the bin of those who do not tell. */
  private Map<Long, Long> counts(ToLongFunction<Double> binOf) {
    Map<Long, Long> counts = new LinkedHashMap<>();
    LongStream.rangeClosed(0, bins + 1).forEach(bin -> counts.put(bin, 0L));
    counts.put(null, 0L);
    for (Object income : incomes) {
      counts.merge(income == null ? null : binOf.applyAsLong((Double) income), 1L, Long::sum);
    }
    return counts;
  }

  private Table table(Map<Long, Long> counts) {
    Table table = Table.of("bin", "from_income", "to_income", "listings");
    for (Map.Entry<Long, Long> count : counts.entrySet()) {
      Long bin = count.getKey();
      Double from = bin == null || bin == 0 ? null : edge(bin - 1);
      Double to = bin == null || bin == bins + 1 ? null : edge(bin);
      table = table.row(bin, from, to, count.getValue());
    }
    return table;
  }

  private double edge(long number) {
    return low + number * (high - low) / bins;
  }

  /** Judges what binning gave. */
  void judge(Dataset<Row> result) {
    long untold = incomes.stream().filter(Objects::isNull).count();
    expect(result)
        .as("the bins")
        .toHaveColumns("bin", "from_income", "to_income", "listings")
        .help("Give every column its name with AS.");
    expect(compute("the bins", () -> Widened.numbers(result)))
        .as("the bins")
        .toHaveRows(right())
        .diagnose(
            "bins-from-zero",
            frame -> shifted(found(frame)),
            "The counts are right, but each stands one bin too low: `floor` counts bins from 0. Bin 0 is for incomes below the first edge; the first bin between the edges is 1.")
        .diagnose(
            "edge-below",
            this::edgesBelow,
            "An income that lies on an edge was counted in the bin that ends there. It belongs to the bin that begins there: 0 to 10 and 10 to 20 must not both claim the 10, and `width_bucket` gives it to the second.")
        .diagnose(
            "ends-folded",
            this::endsFolded,
            "Incomes beyond the edges were pushed into the first and the last bin, so these bars say something that is not true. Give them the bins 0 and `bins + 1`.")
        .diagnose(
            "empty-bin-counts-one",
            this::emptyCountsOne,
            "Every empty bin has one listing. After a left join an empty bin is still one row, and `count(*)` counts it. Count first and join the counts, or count a column of the listings.")
        .diagnose(
            "ends-left-out",
            frame -> endsMissing(found(frame)),
            "Incomes below the first edge or above the last are gone, and nobody who sees the chart will know. Keep them, in bin 0 and bin `bins + 1`.")
        .diagnose(
            "empty-bins-missing",
            frame -> emptyMissing(found(frame)),
            "Bins in which nothing lies have no row: `GROUP BY` knows only what occurs. In the chart their neighbours would stand side by side, and a hole in the data would look like none. Make a list of all bins and left join the counts.")
        .diagnose(
            "null-bucket-dropped",
            frame -> found(frame).getOrDefault(null, 0L) == 0 && untold > 0,
            "%d listings do not tell an income, and they are nowhere in the result. A chart without them claims to show everybody. Null equals nothing, not even null, so `=` drops them in a join, and so does every comparison in a WHERE: join with `<=>`."
                .formatted(untold));
  }

  private Map<Long, Long> found(Dataset<Row> frame) {
    Map<Long, Long> found = new LinkedHashMap<>();
    frame.select("bin", "listings").collectAsList().forEach(row -> found.put(bin(row), count(row)));
    return found;
  }

  private static Long bin(Row row) {
    return row.isNullAt(0) ? null : (Long) row.getLong(0);
  }

  private static long count(Row row) {
    return row.isNullAt(1) ? 0 : row.getLong(1);
  }

  private boolean shifted(Map<Long, Long> found) {
    Map<Long, Long> right = counts(this::bin);
    return LongStream.rangeClosed(1, bins)
        .allMatch(bin -> right.get(bin).equals(found.getOrDefault(bin - 1, 0L)));
  }

  private boolean endsMissing(Map<Long, Long> found) {
    Map<Long, Long> right = counts(this::bin);
    return LongStream.of(0, bins + 1)
        .anyMatch(bin -> right.get(bin) > 0 && found.getOrDefault(bin, 0L) == 0);
  }

  private boolean emptyMissing(Map<Long, Long> found) {
    return counts(this::bin).entrySet().stream()
        .anyMatch(count -> count.getValue() == 0 && !found.containsKey(count.getKey()));
  }
}
