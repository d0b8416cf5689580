package day2.scaling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.scaling.ScalingLab;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.segments.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Features of numbers and one-hot vectors.
 *
 * @param train the rows to fit on; the first column is an id, which decides the levels
 * @param other the rows to make features of
 * @param numbers the numeric columns, the label among them
 * @param oneHots the names of the one-hot vectors
 * @param levels how many levels each of them has; the last one has no slot
 */
record MixedFeatures(
    Table train,
    Table other,
    List<String> numbers,
    List<String> oneHots,
    int levels,
    String label) {

  /** Customers with the shop that they go to. */
  static MixedFeatures shopping(Table train, Table other) {
    List<String> numbers = List.of(Segments.LABEL, "age", Segments.LOUD);
    List<String> oneHots = List.of("shop");
    return new MixedFeatures(train, other, numbers, oneHots, 25, Segments.LABEL);
  }

  private String id() {
    return other.columns().get(0);
  }

  /** Rows as a frame with one-hot vectors, as the encoder makes them. */
  Dataset<Row> frame(Given given, Table rows) {
    String[] indices = oneHots.stream().map(name -> name + "Index").toArray(String[]::new);
    OneHotEncoder encoder =
        new OneHotEncoder().setInputCols(indices).setOutputCols(oneHots.toArray(String[]::new));
    return encoder.fit(given.frame(indexed(train))).transform(given.frame(indexed(rows)));
  }

  private Table indexed(Table rows) {
    Table indexed = rows;
    for (String name : oneHots) {
      indexed = indexed.with(name + "Index:int", row -> level(row, name));
    }
    return indexed;
  }

  private int level(TableRow row, String name) {
    return (int) row.whole(id()) / (1 + oneHots.indexOf(name)) % levels;
  }

  void judge(ScalingLab lab, Given given) {
    Dataset<Row> frame = frame(given, other);
    Pipeline pipeline = lab.featurePipeline(numbers, oneHots(), label);
    Dataset<Row> prepared =
        compute("the features", () -> pipeline.fit(frame(given, train)).transform(frame));
    expect(prepared).as("the prepared frame").toContainColumns("features");
    expect(compute("the other columns", () -> prepared.selectExpr(frame.columns())))
        .as("the columns that were there, which are to stay as they were")
        .toHaveRows(frame);
    expect(prepared.select(id(), "features"))
        .as("the features")
        .within("features", 1e-9)
        .fact("label", label)
        .fact("slots", oneHots.size() * (levels - 1))
        .toHaveRows(other.with("features:vector", features()).select(id(), "features"));
  }

  private Function<TableRow, List<Double>> features() {
    List<String> inputs = numbers.stream().filter(column -> !column.equals(label)).toList();
    Function<TableRow, List<Double>> scaled = Scales.learned(train, inputs, Scales::standard);
    return row -> {
      List<Double> features = new ArrayList<>(scaled.apply(row));
      for (String name : oneHots) {
        for (int slot = 0; slot < levels - 1; slot++) {
          features.add(level(row, name) == slot ? 1.0 : 0.0);
        }
      }
      return features;
    };
  }
}
