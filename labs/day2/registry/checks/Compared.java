package day2.registry.checks;

import static dev.kindling.check.Expect.expect;

import day2.registry.Difference;
import day2.registry.RegistryLab;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.types.StructType;

/** Versions to compare, and in what they differ. */
record Compared(RegistryLab lab, MadeModel made, List<Made> versions) {

  /**
   * One version.
   *
   * @param params what its run logged
   * @param metrics the values of each metric, the latest one last
   * @param inputs what its model takes
   * @param outputs what its model gives
   */
  record Made(
      Map<String, String> params,
      Map<String, List<Double>> metrics,
      StructType inputs,
      StructType outputs) {

    boolean logged(Difference difference, String value) {
      return metrics.getOrDefault(difference.key(), List.of()).stream()
          .anyMatch(logged -> Double.toString(logged).equals(value));
    }
  }

  static Compared prepare(RegistryLab lab, MadeModel made) {
    return new Compared(lab, made.created(), new ArrayList<>());
  }

  /** Adds a version; its model does nothing, and all that counts is its signature. */
  Compared with(Made version) {
    versions.add(version);
    String runId = made.run(version.params(), Map.of());
    version
        .metrics()
        .forEach(
            (key, values) -> {
              for (int step = 0; step < values.size(); step++) {
                made.log(runId, Map.of(key, values.get(step)), step);
              }
            });
    new SparkModels(made.uri())
        .logModel(
            runId,
            new PipelineModel("nothing", new Transformer[0]),
            "model",
            ModelOptions.none()
                .withSignature(ModelSignature.infer(version.inputs(), version.outputs())));
    made.add(runId, "model");
    return this;
  }

  /** Judges what an answer finds. */
  void judge(int first, int second, List<Difference> right) {
    made.ended();
    Made one = versions.get(first - 1);
    Made other = versions.get(second - 1);
    List<Difference> found =
        lab.compare(made.uri(), made.name(), Integer.toString(first), Integer.toString(second));
    expect(found)
        .as("the differences of version %d and version %d".formatted(first, second))
        .toHaveElementsInOrder(right)
        .diagnose(
            "outputs-told",
            told ->
                told.stream()
                    .filter(entry -> entry.kind().equals("input") && !right.contains(entry))
                    .anyMatch(entry -> hasOutput(entry.key(), one, other)),
            "Columns that the models give are among them, as if they took them. Of the signature, `inputs()` are compared and `outputs()` are not.")
        .diagnose(
            "not-latest",
            told ->
                told.stream()
                    .filter(entry -> entry.kind().equals("metric") && !right.contains(entry))
                    .anyMatch(
                        entry ->
                            one.logged(entry, entry.first())
                                && other.logged(entry, entry.second())),
            "A metric was logged more than once, and you took another value than the latest. What `getRun` tells of a metric is the latest value: the one of the largest step.")
        .diagnose(
            "other-order",
            told -> told.size() == right.size() && told.containsAll(right),
            "These are the right differences in another order: params, metrics, inputs, and by key within each, as `String` compares (capitals come first).");
  }

  private static boolean hasOutput(String column, Made one, Made other) {
    return List.of(one.outputs().fieldNames()).contains(column)
        || List.of(other.outputs().fieldNames()).contains(column);
  }
}
