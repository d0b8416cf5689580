package dev.kindling.reference;

import dev.kindling.data.Draws;
import dev.kindling.data.TestSpark;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Two features, a number and a class that depend on them, for us and for Spark. */
record SmallData(double[][] features, double[] numbers, double[] classes) {

  static SmallData of(int size, long seed) {
    Draws draws = new Draws(seed);
    double[][] features = new double[size][];
    double[] numbers = new double[size];
    double[] classes = new double[size];
    for (int i = 0; i < size; i++) {
      features[i] = new double[] {draws.normal(10, 3), draws.normal(-1, 0.5)};
      double sum = 2 * features[i][0] - 9 * features[i][1] + draws.normal();
      numbers[i] = sum;
      classes[i] = sum + draws.normal(0, 6) > 29 ? 1 : 0;
    }
    return new SmallData(features, numbers, classes);
  }

  /** The columns {@code features}, {@code label} (the number) and {@code class}. */
  Dataset<Row> frame() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      rows.add(RowFactory.create(Vectors.dense(features[i]), numbers[i], classes[i]));
    }
    return TestSpark.session()
        .createDataFrame(
            rows,
            new StructType()
                .add("features", SQLDataTypes.VectorType())
                .add("label", DataTypes.DoubleType)
                .add("class", DataTypes.DoubleType))
        .coalesce(1);
  }

  double[] populationSds() {
    return sds(SmallData::populationSd);
  }

  double[] sampleSds() {
    return sds(Values::sd);
  }

  double sdOfNumbers() {
    return populationSd(values(numbers));
  }

  private static double populationSd(Values values) {
    return Math.sqrt(values.populationVariance());
  }

  private double[] sds(ToDoubleFunction<Values> sd) {
    return IntStream.range(0, features[0].length)
        .mapToDouble(
            j -> sd.applyAsDouble(values(Arrays.stream(features).mapToDouble(r -> r[j]).toArray())))
        .toArray();
  }

  private static Values values(double... numbers) {
    return new Values(Arrays.stream(numbers).boxed().map(Object.class::cast).toList());
  }
}
