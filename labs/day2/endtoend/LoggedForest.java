package day2.endtoend;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.TrackingSpace;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A forest that an answer is to log, and what should be on the server then. */
record LoggedForest(
    TrackingSpace space,
    PipelineModel model,
    Settings settings,
    Dataset<Row> train,
    Dataset<Row> validation) {

  private static final String FILE = "feature_importances.json";

  /** As many digits as people write. */
  private static final double ROUNDED = 0.0006;

  /** Judges a run that an answer logs: all but the model. */
  LoggedModel judgeRun(EndToEndLab lab, String experiment) {
    String[] id = new String[1];
    LoggedRun.ERRORS.during(
        () -> id[0] = lab.logForest(space.uri(), experiment, model, settings, train, validation));
    List<LoggedRun> runs = LoggedRun.in(space, experiment);
    LoggedRun run = LoggedRun.returned(runs, id[0]);
    expect(runs.size()).as("the number of runs in the experiment").toBe(1);
    run.judgeFinished();
    run.judgeParams("the run", settings);
    judgeMetrics(run);
    judgeImportances(run);
    return new LoggedModel(space, run.id(), List.of(features()));
  }

  private void judgeMetrics(LoggedRun run) {
    Evaluation onTrain = Evaluation.of(model, train);
    Evaluation onValidation = Evaluation.of(model, validation);
    expect(run.metrics("train_auc", "val_auc"))
        .as("the metrics of the run")
        .within(ForestFit.TOLERANCE)
        .toHaveEntries(metrics(onTrain.auc(), onValidation.auc()))
        .diagnose(
            "train-metrics",
            metrics(onTrain.auc(), onTrain.auc()),
            "`val_auc` is measured on the train rows. Autologging does the same without a word: what it logs comes from the rows that `fit` has seen. Give the evaluator what the model makes of `validation`.")
        .diagnose(
            "metrics-swapped",
            metrics(onValidation.auc(), onTrain.auc()),
            "The two metrics have changed places: `val_auc` is that of the train rows, the better one. Whoever compares runs by `val_auc` will choose the model that has learned most by heart.")
        .diagnose(
            "accuracy-for-auc",
            metrics(onTrain.accuracy(), onValidation.accuracy()),
            ForestFit.ACCURACY);
  }

  private static Map<String, Double> metrics(double train, double validation) {
    return Map.of("train_auc", train, "val_auc", validation);
  }

  private void judgeImportances(LoggedRun run) {
    List<String> files =
        new ArtifactStore(space.uri())
            .listArtifacts(run.id()).stream().map(file -> file.path().toString()).toList();
    expect(files)
        .as("the artifacts of the run")
        .toSatisfy("there is a file '%s'".formatted(FILE), names -> names.contains(FILE))
        .diagnose(
            "no-importances",
            names -> true,
            "The run does not say which features matter. A file of that name is missing at the root of its artifacts: write it to a temporary folder, and log it with `ArtifactStore.logArtifact(runId, file)`.");
    Map<String, Double> right = importances();
    expect(compute("the importances in '%s'".formatted(FILE), () -> read(run.id())))
        .as("the importances in '%s'".formatted(FILE))
        .within(ROUNDED)
        .toHaveEntries(right)
        .diagnose(
            "importances-by-index",
            given -> given.keySet().stream().noneMatch(right::containsKey),
            "The importances have numbers for names. In a year nobody will know what feature 3 was: name them after `getInputCols()` of the assembler.")
        .diagnose(
            "importances-misnamed",
            given -> given.keySet().equals(right.keySet()) && sameValues(given, right),
            "The numbers are right, and they stand under the wrong names. The vector has the order of the assembler's input columns, not that of the frame's columns: take the names from `getInputCols()`.");
  }

  private static boolean sameValues(Map<String, Double> given, Map<String, Double> right) {
    double[] a = given.values().stream().mapToDouble(v -> v).sorted().toArray();
    double[] b = right.values().stream().mapToDouble(v -> v).sorted().toArray();
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(a[i] - b[i]) > ROUNDED) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Double> read(String runId) throws IOException {
    byte[] json = new ArtifactStore(space.uri()).at("runs:/" + runId + "/" + FILE).read();
    return new ObjectMapper().readValue(json, new TypeReference<Map<String, Double>>() {});
  }

  String[] features() {
    return ((VectorAssembler) model.stages()[0]).getInputCols();
  }

  private Map<String, Double> importances() {
    double[] values =
        ((RandomForestClassificationModel) model.stages()[1]).featureImportances().toArray();
    Map<String, Double> importances = new LinkedHashMap<>();
    Arrays.stream(features()).forEach(name -> importances.put(name, values[importances.size()]));
    return importances;
  }
}
