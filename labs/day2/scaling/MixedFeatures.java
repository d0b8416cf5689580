package day2.scaling;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features of numbers and one-hot vectors in plain Java: as they should be, and as known mistakes
 * have them.
 *
 * @param train the rows to fit on, with the place of the 1 in the one-hot columns
 * @param other the rows to make features of
 * @param numbers the numeric columns, the label among them
 * @param oneHots the one-hot columns
 * @param sizes how many slots these have
 * @param label the label
 */
record MixedFeatures(
    Table train,
    Table other,
    List<String> numbers,
    List<String> oneHots,
    OneHots sizes,
    String label) {

  private static final double ROUNDING = 1e-9;

  private List<String> inputs() {
    return numbers.stream().filter(column -> !column.equals(label)).toList();
  }

  /** Judges a pipeline with the same rows as frames. */
  void judge(Pipeline pipeline, Dataset<Row> trainDf, Dataset<Row> otherDf) {
    Dataset<Row> prepared = compute("the features", () -> pipeline.fit(trainDf).transform(otherDf));
    expect(prepared).as("the prepared frame").toContainColumns("features");
    expect(compute("the features", () -> shown(prepared)))
        .as("the features")
        .within("features", ROUNDING)
        .toHaveRowCount(other.size())
        .toHaveRows(features(inputs(), Slots.KEPT, true))
        .diagnose(
            "one-hot-centred",
            () -> features(inputs(), Slots.STANDARDISED, true),
            frame -> centred())
        .diagnose(
            "one-hot-scaled", () -> features(inputs(), Slots.DIVIDED, false), frame -> divided())
        .diagnose(
            "one-hot-scaled", () -> features(inputs(), Slots.DIVIDED, true), frame -> divided())
        .diagnose("label-in-features", () -> features(numbers, Slots.KEPT, true), labelIn())
        .diagnose("label-in-features", () -> features(numbers, Slots.STANDARDISED, true), labelIn())
        .diagnose(
            "not-centred",
            () -> features(inputs(), Slots.KEPT, false),
            "The numbers are divided, and not centred: `withMean` of `StandardScaler` is off by default. These columns are dense, so centring costs nothing: setWithMean(true).")
        .diagnose(
            "numbers-not-scaled",
            () -> unscaled(),
            "The numbers are in `features` as they were. Let the second assembler read the scaler's output column, not its input.")
        .diagnose(
            "features-out-of-order",
            () -> oneHotsFirst(),
            "The one-hot vectors come first. A feature is known by its position alone: first the numbers, then the one-hot vectors.")
        .diagnose(
            "one-hots-missing",
            () -> features(inputs(), Slots.MISSING, true),
            "The numbers are right, and the one-hot vectors are not in `features`. An assembler takes vector columns beside numbers.");
  }

  private enum Slots {
    KEPT,
    STANDARDISED,
    DIVIDED,
    MISSING
  }

  private Dataset<Row> shown(Dataset<Row> prepared) {
    return prepared.select(
        Stream.concat(plainColumns().stream(), Stream.of("features"))
            .map(name -> col(name))
            .toArray(Column[]::new));
  }

  /** All columns but the vectors. */
  private List<String> plainColumns() {
    return train.columns().stream().filter(column -> !oneHots.contains(column)).toList();
  }

  private Table features(List<String> scaled, Slots slots, boolean centred) {
    List<String> ofVectors = slots == Slots.MISSING ? List.of() : sizes.slots(oneHots);
    Numbers learned = wide(train, Stream.concat(scaled.stream(), ofVectors.stream()).toList());
    double[] shift = centred ? learned.means() : learned.zeros();
    double[] divisor = learned.sds();
    for (int i = scaled.size(); i < divisor.length; i++) {
      shift[i] = slots == Slots.STANDARDISED ? shift[i] : 0;
      divisor[i] = slots == Slots.KEPT ? 1 : divisor[i];
    }
    return vectors(learned.columns(), new Affine(shift, divisor, 0, 0));
  }

  private Table unscaled() {
    return vectors(
        Stream.concat(inputs().stream(), sizes.slots(oneHots).stream()).toList(), row -> row);
  }

  private Table oneHotsFirst() {
    List<String> slots = sizes.slots(oneHots);
    Affine scale = Affine.standard(wide(train, inputs()));
    return vectors(
        Stream.concat(slots.stream(), inputs().stream()).toList(),
        row -> {
          double[] scaled = row.clone();
          double[] last = scale.apply(Arrays.copyOfRange(row, slots.size(), row.length));
          System.arraycopy(last, 0, scaled, slots.size(), last.length);
          return scaled;
        });
  }

  private Table vectors(List<String> columns, UnaryOperator<double[]> scale) {
    Table all = wide(other, columns).with("features", scale);
    List<String> kept = Stream.concat(plainColumns().stream(), Stream.of("features")).toList();
    int[] places = kept.stream().mapToInt(all.columns()::indexOf).toArray();
    return new Table(
        kept,
        all.rows().stream()
            .map(row -> IntStream.of(places).<Object>mapToObj(row::get).toList())
            .toList());
  }

  private Numbers wide(Table table, List<String> columns) {
    return new Numbers(sizes.wide(table, oneHots), columns);
  }

  private String centred() {
    return "The one-hot vectors were centred with the rest. In each row at most %d of their %d slots were different from 0, and now nearly all %d are: \"not this one\" has become a small negative number. With thousands of levels, a sparse vector that took a few bytes takes all the memory there is. Scale the numbers in a vector of their own, then assemble."
        .formatted(oneHots.size(), sizes.slots(oneHots).size(), sizes.slots(oneHots).size());
  }

  private String divided() {
    List<String> slots = sizes.slots(oneHots);
    double[] sds = wide(train, slots).sds();
    int rarest =
        IntStream.range(0, sds.length)
            .filter(i -> sds[i] > 0)
            .boxed()
            .min((a, b) -> Double.compare(sds[a], sds[b]))
            .orElseThrow();
    return "The one-hot vectors were scaled with the rest: a 1 in the slot `%s` has become %.2f, since it is rare and its standard deviation %.2f. 0 and 1 are a scale already, and now rare levels count more than frequent ones. Scale the numbers in a vector of their own, then assemble."
        .formatted(slots.get(rarest), 1 / sds[rarest], sds[rarest]);
  }

  private String labelIn() {
    return "`%s` is the label, and it is among the features: the model would be told the answer. Take the label out of the columns before anything reads them, and leave it in its own unit."
        .formatted(label);
  }
}
