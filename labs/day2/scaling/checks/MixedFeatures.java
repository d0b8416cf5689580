package day2.scaling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.scaling.ScalingLab;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.OneHotEncoderModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features of numbers and one-hot vectors.
 *
 * @param train the rows to fit on, with a column {@code <name>Index} for each one-hot vector
 * @param other the rows to make features of; their first column is an id
 * @param numbers the numeric columns, the label among them
 * @param oneHots the names of the one-hot vectors
 */
record MixedFeatures(
    Table train, Table other, List<String> numbers, List<String> oneHots, String label) {

  /** Some columns of customers, and the shop that they go to, which the id decides. */
  static Table withShops(Table customers) {
    return customers
        .select("customer_id", "age", "income", "spend")
        .with("shopIndex:int", row -> (int) (row.whole("customer_id") % 25));
  }

  /** The rows of both tables as frames with one-hot vectors. */
  List<Dataset<Row>> frames(Given given) {
    OneHotEncoderModel encoder =
        new OneHotEncoder()
            .setInputCols(oneHots.stream().map(MixedFeatures::index).toArray(String[]::new))
            .setOutputCols(oneHots.toArray(String[]::new))
            .fit(given.frame(train));
    return List.of(
        encoder.transform(given.frame(train)), encoder.transform(given.frame(other)));
  }

  private static String index(String oneHot) {
    return oneHot + "Index";
  }

  void judge(ScalingLab lab, Given given) {
    List<Dataset<Row>> frames = frames(given);
    Pipeline pipeline = lab.featurePipeline(numbers, oneHots, label);
    Dataset<Row> prepared =
        compute("the features", () -> pipeline.fit(frames.get(0)).transform(frames.get(1)));
    String id = other.columns().get(0);
    expect(prepared).as("the prepared frame").toContainColumns("features");
    String[] kept = frames.get(1).columns();
    expect(compute("the other columns", () -> prepared.selectExpr(kept)))
        .as("the columns that were there, which are to stay as they were")
        .toHaveRows(frames.get(1));
    expect(prepared.select(id, "features"))
        .as("the features")
        .within("features", 1e-9)
        .fact("label", label)
        .fact("slots", oneHots.stream().mapToInt(this::slots).sum())
        .fact("rare", "%.1f".formatted(1 / leastSd()))
        .toHaveRows(other.with("features:vector", features()).select(id, "features"));
  }

  private Function<TableRow, List<Double>> features() {
    List<String> inputs = numbers.stream().filter(column -> !column.equals(label)).toList();
    Function<TableRow, List<Double>> scaled = Scales.learned(train, inputs, Scales::standard);
    return row -> {
      List<Double> features = new ArrayList<>(scaled.apply(row));
      for (String oneHot : oneHots) {
        for (int slot = 0; slot < slots(oneHot); slot++) {
          features.add(row.whole(index(oneHot)) == slot ? 1.0 : 0.0);
        }
      }
      return features;
    };
  }

  /** The last level has no slot. */
  private int slots(String oneHot) {
    return (int) train.values(index(oneHot)).max();
  }

  /** The standard deviation of the slot that varies least. */
  private double leastSd() {
    return oneHots.stream()
        .flatMap(
            oneHot ->
                IntStream.range(0, slots(oneHot))
                    .mapToObj(
                        slot ->
                            new Values(
                                train.map(row -> row.whole(index(oneHot)) == slot ? 1 : 0))))
        .mapToDouble(Values::sd)
        .filter(sd -> sd > 0)
        .min()
        .orElseThrow();
  }
}
