package day2.tracking.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.tracking.TrackingLab;
import day2.tracking.Trial;
import dev.kindling.check.AnswerError;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.check.KnownErrors;
import dev.kindling.check.TodoError;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingRelay;
import dev.kindling.mlflow.TrackingSpace;
import dev.kindling.reference.LinearFit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.tracking.MlflowClient;

/**
 * Every answer works on experiments that no one else uses, and is judged by all that the server
 * knows of them afterwards, as one map. Metrics are computed again in plain Java.
 */
final class TrackingChecks {

  private static final int PATIENCE = 60;
  private static final long MINUTE = 60_000;
  private static final Pattern SIZE = Pattern.compile("\"max_results\"\\s*:\\s*(\\d+)");

  private static final double TOLERANCE = 1e-5; // the equations are solved in another way

  private static final Table FLATS =
      Table.parse(
          """
          bedrooms:int | accommodates:int | bathrooms:double | price:double
          0            | 2                | 1.0              | 62.0
          2            | 3                | 1.5              | 128.0
          4            | 7                | 2.5              | 522.0
          """);

  @Check(
      task = 1,
      points = 8,
      seconds = PATIENCE,
      cases = {"even ids", "odd ids"})
  void oneRunTellsHowWellAModelDoes(
      TrackingLab lab, TrackingSpace space, Given given, Listings listings, String ids) {
    String half = "id % 2 = " + (ids.equals("even ids") ? 0 : 1);
    Dataset<Row> train = listings.completeTrain().where(half);
    Dataset<Row> test = listings.completeTest().where(half);
    String experiment = space.experiment("one run, " + ids);
    String id = lab.logRun(space.uri(), experiment, train, test, "7");
    Map<String, Object> right = new TreeMap<>(Map.of("returned", "id of LR-Single-Feature"));
    tell(
        right,
        "LR-Single-Feature",
        "7",
        given.table(train),
        given.table(test),
        List.of("bedrooms"));
    judgeRuns(space, experiment, id, right);
  }

  @Check(
      task = 2,
      points = 9,
      seconds = PATIENCE,
      cases = {"even ids", "odd ids"})
  void threeRunsCompareModelsInDollars(
      TrackingLab lab, TrackingSpace space, Given given, Listings listings, String ids) {
    String half = "id % 2 = " + (ids.equals("even ids") ? 0 : 1);
    Dataset<Row> train = listings.completeTrain().where(half);
    Dataset<Row> test = listings.completeTest().where(half);
    List<String> features =
        ids.equals("even ids")
            ? List.of("accommodates", "bedrooms", "bathrooms")
            : List.of("bathrooms", "bedrooms");
    String experiment = space.experiment("three models, " + ids);
    List<String> runs =
        lab.compareModels(space.uri(), experiment, train, test, features, "2025-09");
    Map<String, Object> right = new TreeMap<>();
    right.put("returned", "id of LR-Single-Feature, id of LR-All-Features, id of LR-Log-Price");
    Table learned = given.table(train);
    Table judged = given.table(test);
    tell(right, "LR-Single-Feature", "2025-09", learned, judged, features.subList(0, 1));
    tell(right, "LR-All-Features", "2025-09", learned, judged, features);
    tell(right, "LR-Log-Price", "2025-09", learned, judged, features);
    judgeRuns(space, experiment, String.join(", ", runs), right);
  }

  /** What a run should tell of its model, computed in plain Java. */
  private static void tell(
      Map<String, Object> right,
      String run,
      String dataVersion,
      Table train,
      Table test,
      List<String> features) {
    boolean byLog = run.equals("LR-Log-Price");
    double[] labels =
        Arrays.stream(train.numbers("price")).map(y -> byLog ? Math.log(y) : y).toArray();
    LinearFit fit = LinearFit.of(train.numbers(features), labels);
    double[] prices = test.numbers("price");
    double[][] inputs = test.numbers(features);
    double mean = Arrays.stream(prices).average().orElseThrow();
    double errors = 0;
    double distances = 0;
    for (int i = 0; i < prices.length; i++) {
      double predicted = byLog ? Math.exp(fit.predict(inputs[i])) : fit.predict(inputs[i]);
      errors += Math.pow(prices[i] - predicted, 2);
      distances += Math.pow(prices[i] - mean, 2);
    }
    right.put("status of " + run, "FINISHED");
    right.put("param label of " + run, byLog ? "log_price" : "price");
    right.put("param features of " + run, String.join(",", features));
    right.put("param data_version of " + run, dataVersion);
    right.put("metric rmse of " + run, Math.sqrt(errors / prices.length));
    right.put("metric r2 of " + run, 1 - errors / distances);
  }

  private static void judgeRuns(
      TrackingSpace space, String experiment, String returned, Map<String, Object> right) {
    Runs runs = Runs.in(space, experiment);
    Map<String, Object> left = runs.state();
    left.put("returned", runs.told(returned));
    expect(left).as("what is logged and returned").within(TOLERANCE).toHaveEntries(right);
  }

  @Check(
      task = 3,
      points = 7,
      cases = {"the first round", "another round"})
  void everyLossHasItsStep(TrackingLab lab, TrackingSpace space, String which) {
    boolean first = which.equals("the first round");
    List<Double> all = new ArrayList<>(first ? List.of() : List.of(7.5, 6.0, 6.25));
    List<Double> round = first ? List.of(0.9, 0.5, 0.5, 0.31) : List.of(5.0, 5.5, 4.0, 4.0);
    MlflowClient client = space.client();
    String runId = client.createRun(space.experiment("losses")).getRunId();
    long time = System.currentTimeMillis() - MINUTE;
    for (int step : first ? new int[0] : new int[] {2, 0, 1}) {
      client.logMetric(runId, "loss", all.get(step), time++, step);
    }
    int next = all.size();
    all.addAll(round);
    List<Double> read = lab.logLosses(space.uri(), runId, round);
    Map<String, Object> right = new TreeMap<>(Map.of("run", "RUNNING"));
    IntStream.range(0, all.size()).forEach(step -> right.put("step " + step, "" + all.get(step)));
    Map<String, Object> left = new TreeMap<>();
    left.put("run", client.getRun(runId).getInfo().getStatus().name());
    for (Metric loss : client.getMetricHistory(runId, "loss")) {
      String step = loss.getStep() < MINUTE ? "" + loss.getStep() : "(a time in milliseconds)";
      left.merge("step " + step, "" + loss.getValue(), (one, other) -> "several values");
    }
    expect(left).as("the run and its losses").fact("next", next).toHaveEntries(right);
    expect(read).as("the losses that were read").toHaveElementsInOrder(all);
    client.setTerminated(runId);
  }

  @Check(
      task = 4,
      points = 4,
      cases = {"it works", "no such column", "out of stack"})
  void everyRunEndsAndTheCallerHearsOfIt(
      TrackingLab lab, TrackingSpace space, Given given, String what) {
    boolean works = what.equals("it works");
    Pipeline failing =
        new Pipeline() {
          @Override
          public PipelineModel fit(Dataset<?> rows) {
            if (what.equals("out of stack")) {
              throw new StackOverflowError(what); // an Error is no Exception
            }
            throw new IllegalArgumentException(what);
          }
        };
    String experiment = space.experiment(what);
    String back;
    try {
      Dataset<Row> flats = given.frame(FLATS);
      Pipeline pipeline = works ? pipeline("price AS prediction") : failing;
      back =
          "pipeline of "
              + lab.fitInRun(space.uri(), experiment, what, pipeline, flats).stages().length;
    } catch (AnswerError e) {
      if (e instanceof TodoError || works) {
        throw e;
      }
      boolean same =
          Stream.iterate(e.getCause(), Objects::nonNull, Throwable::getCause)
              .anyMatch(link -> String.valueOf(link.getMessage()).contains(what));
      back = same ? "what `fit` threw" : e.getCause() == null ? "nothing" : "another exception";
    }
    Map<String, Object> left = Runs.in(space, experiment).state();
    left.put("comes back", back);
    left.putIfAbsent("status of " + what, "there is no run of that name");
    Map<String, Object> right =
        Map.of(
            "status of " + what,
            works ? "FINISHED" : "FAILED",
            "comes back",
            works ? "pipeline of 1" : "what `fit` threw");
    expect(left).as("the run, and what comes back").toHaveEntries(right);
  }

  private static final KnownErrors FILTER =
      KnownErrors.none()
          .diagnose(
              "params-are-strings",
              error ->
                  error.says("comparator '[<>]|for param.* Got value \\d|for string value \\d"),
              "The server refuses the filter, because a param is a text, even if it reads `5`: it can be equal to a quoted text or be LIKE one, but not larger. Take `maxDepth` out of the filter, and compare it as a number in Java.");

  /** A page that holds everything is no page: on a larger experiment it would be the first one. */
  @Check(
      task = 5,
      points = 8,
      seconds = PATIENCE,
      cases = {"3", "9"})
  void everyPageOfTheSearchIsRead(TrackingLab lab, TrackingSpace space, String minDepth) {
    int depth = Integer.parseInt(minDepth);
    double below = depth == 3 ? 120.0 : 112.125;
    String experiment = space.experiment("runs to search");
    TunedRuns.logInto(space.client(), experiment);
    AtomicInteger largest = new AtomicInteger();
    TrackingRelay.Listener listener =
        (path, request, answer) -> {
          Matcher size = SIZE.matcher(new String(request, StandardCharsets.UTF_8));
          if (path.endsWith("/runs/search")) {
            // A search that says nothing gets a thousand.
            largest.accumulateAndGet(
                size.find() ? Integer.parseInt(size.group(1)) : 1_000, Math::max);
          }
          return answer;
        };
    try (TrackingRelay server = new TrackingRelay(space.uri(), listener)) {
      FILTER.during(
          () ->
              expect(lab.findRuns(server.uri(), experiment, "price", below, depth, 3))
                  .as("the names of the runs, best first")
                  .fact("depth", depth)
                  .toHaveElementsInOrder(TunedRuns.found("price", below, depth)));
    }
    expect(largest.get())
        .as("the number of runs that your search asked for at once")
        .toBe(3)
        .help("Hand `pageSize` to `searchRuns`, and read page after page.");
  }

  @Check(
      task = 6,
      points = 6,
      cases = {"second of three", "first of four"})
  void trialsHangBelowTheirParent(TrackingLab lab, TrackingSpace space, String best) {
    List<Trial> trials =
        best.equals("second of three")
            ? List.of(new Trial(2, 131.5), new Trial(5, 104.25), new Trial(10, 127.0))
            : List.of(
                new Trial(7, 88.5), new Trial(3, 97.25), new Trial(6, 99.5), new Trial(4, 93.0));
    String experiment = space.experiment("nested runs");
    String id = lab.logTrials(space.uri(), experiment, "tuning", trials);
    Map<String, Object> right = new TreeMap<>(Map.of("returned", "id of tuning"));
    Trial winner = Collections.min(trials, Comparator.comparing(Trial::rmse));
    right.put("tag best_run_id of tuning", "id of depth-" + winner.maxDepth());
    tell(right, "tuning", winner);
    for (Trial trial : trials) {
      tell(right, "depth-" + trial.maxDepth(), trial);
      right.put("parent of depth-" + trial.maxDepth(), "id of tuning");
    }
    judgeRuns(space, experiment, id, right);
  }

  private static void tell(Map<String, Object> right, String run, Trial trial) {
    right.put("status of " + run, "FINISHED");
    right.put("param maxDepth of " + run, Integer.toString(trial.maxDepth()));
    right.put("metric rmse of " + run, trial.rmse());
  }

  @Check(
      task = 7,
      points = 6,
      seconds = PATIENCE,
      cases = {"2", "11"})
  void aModelIsLoggedWithItsColumnsAndItsData(
      TrackingLab lab, TrackingSpace space, Given given, String version) throws IOException {
    boolean two = version.equals("2");
    Pipeline pipeline =
        two
            ? pipeline("accommodates + bedrooms AS total", "total * 2D AS prediction")
            : pipeline("bathrooms * 2D AS prediction");
    String inputs = two ? "accommodates integer, bedrooms integer" : "bathrooms double";
    Dataset<Row> train = given.frame(FLATS);
    PipelineModel model = pipeline.fit(train);
    String runId = space.client().createRun(space.experiment("a model")).getRunId();
    String names = inputs.replaceAll(" (integer|double)", "");
    try (TrainTable table = TrainTable.atVersion(Integer.parseInt(version))) {
      List<String> features = List.of(names.split(", "));
      String uri = lab.logModel(space.uri(), runId, model, features, train, table.path());
      Map<String, String> left = new ModelLogged(space, runId, table).state();
      left.put(
          "address",
          uri.replace(runId, "<run id>").replaceFirst("^.*/(?=<run id>/artifacts)", "…/"));
      Map<String, String> right = new TreeMap<>();
      right.put("address", "runs:/<run id>/model");
      right.put("folder `model`", "holds a model");
      right.put("inputs", inputs);
      right.put("outputs", "prediction double");
      right.put("columns of the example", names);
      right.put("rows of the example", "some");
      right.put("status", "RUNNING");
      right.put("dataset", "train");
      right.put("dataset, context", "training");
      right.put("dataset, source", "delta_table");
      right.put("dataset, path", "that of the table");
      right.put("dataset, version", version);
      expect(left)
          .as("the model, its run and its data")
          .fact("version", version)
          .fact("yours", left.getOrDefault("dataset, version", "none"))
          .toHaveEntries(right);
      expect(
              compute(
                      "the model that was loaded back",
                      () -> new SparkModels(space.uri()).loadModel(uri).transform(train))
                  .select("price", "prediction"))
          .as("the predictions of the model that was loaded back")
          .toHaveRows(model.transform(train).select("price", "prediction"));
    }
    space.client().setTerminated(runId);
  }

  /**
   * A pipeline that is fitted in no time: each of its stages adds columns, the last a prediction.
   */
  private static Pipeline pipeline(String... expressions) {
    return new Pipeline()
        .setStages(
            Arrays.stream(expressions)
                .map(adds -> "SELECT *, %s FROM __THIS__".formatted(adds))
                .map(statement -> new SQLTransformer().setStatement(statement))
                .toArray(PipelineStage[]::new));
  }
}
