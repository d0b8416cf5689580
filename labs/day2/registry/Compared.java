package day2.registry;

import static dev.kindling.check.Expect.expect;

import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Versions to compare, and in what they differ. */
record Compared(RegistryLab lab, MadeModel made) {

  /** One version: what its run logged, and what its model takes. */
  record Made(Map<String, String> params, Map<String, Double> metrics, StructType inputs) {}

  static Compared prepare(RegistryLab lab, MadeModel made) {
    made.registry().createRegisteredModel(made.name());
    return new Compared(lab, made);
  }

  /** Adds a version; its model does nothing, and all that counts is its signature. */
  Compared with(Made version) {
    String runId = made.run(version.params(), version.metrics());
    StructType output = new StructType().add("prediction", DataTypes.DoubleType);
    new SparkModels(made.space().uri())
        .logModel(
            runId,
            new PipelineModel("nothing", new Transformer[0]),
            "model",
            ModelOptions.none().withSignature(ModelSignature.infer(version.inputs(), output)));
    made.space().client().setTerminated(runId);
    made.add(runId, "model");
    return this;
  }

  /** Logs a later value of a metric to the run of a version. */
  Compared withLater(int version, String metric, double value) {
    String runId = made.versions().get(version).getRunId();
    made.space().client().logMetric(runId, metric, value, System.currentTimeMillis(), 1);
    return this;
  }

  /** Judges what an answer finds. */
  void judge(int first, int second, List<Difference> right) {
    List<Difference> found =
        lab.compare(
            made.space().uri(), made.name(), Integer.toString(first), Integer.toString(second));
    expect(found)
        .as("the differences of version %d and version %d".formatted(first, second))
        .toHaveElementsInOrder(right)
        .diagnose(
            "equal-ones-told",
            told -> told.stream().anyMatch(entry -> entry.first().equals(entry.second())),
            "Entries with the same on both sides are among them. Who compares two versions wants to see what changed; leave out what is equal.")
        .diagnose(
            "sides-swapped",
            swapped(right),
            "Everything is there, but the two sides have changed places: `first` is what the version named first has.")
        .diagnose(
            "keys-of-first-only",
            only(right, entry -> !entry.first().isEmpty()),
            "What only the second version has is missing: the loop goes over the keys of the first one. Put the keys of both into one set.")
        .diagnose(
            "keys-of-both-only",
            only(right, entry -> !entry.first().isEmpty() && !entry.second().isEmpty()),
            "What only one of the two versions has is missing. That is the largest difference there can be: give an empty text for the side that has nothing.")
        .diagnose(
            "inputs-not-compared",
            only(right, entry -> !entry.kind().equals("input")),
            "The inputs are missing. Two versions that take different columns cannot stand in for each other, however good their metrics are. The signature is in the model: `getModelInfo`, and of it `inputs()`; `outputs()` is what they give.")
        .diagnose(
            "rounded-metrics",
            told ->
                only(told, entry -> !entry.kind().equals("metric"))
                        .equals(only(right, entry -> !entry.kind().equals("metric")))
                    && told.size() < right.size(),
            "A difference between two metrics is missing: they are equal only after rounding. Compare the numbers as they are, and write them with `Double.toString`.")
        .diagnose(
            "other-order",
            told -> told.size() == right.size() && told.containsAll(right),
            "These are the right differences in another order: params, metrics, inputs, and by key within each.");
  }

  private static List<Difference> swapped(List<Difference> differences) {
    List<Difference> swapped = new ArrayList<>();
    for (Difference d : differences) {
      swapped.add(new Difference(d.kind(), d.key(), d.second(), d.first()));
    }
    return swapped;
  }

  private static List<Difference> only(List<Difference> all, Predicate<Difference> kept) {
    return all.stream().filter(kept).toList();
  }
}
