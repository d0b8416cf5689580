package day2.tracking;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Experiments on a tracking server: what was tried, how well it did, which one was best, and where
 * its model is.
 *
 * <p>Every task is handed the address of an MLflow server, such as {@code http://127.0.0.1:5000},
 * and what else it needs, so each can be solved alone. A run belongs to the experiment whose id is
 * given, and where nothing else is said it is {@code FINISHED} when the method returns.
 */
@Lab(
    day = 2,
    order = 20,
    title = "Tracking experiments with MLflow",
    minutes = 45,
    data = Listings.class,
    tracking = true)
public interface TrackingLab {

  /**
   * Fits a linear regression of {@code price} on {@code bedrooms} and logs one run that tells how
   * well it predicts rows that it has not seen.
   *
   * @param train the rows to learn from: {@code bedrooms} (int) and {@code price} (double), no
   *     nulls
   * @param test the rows to judge on, with the same columns
   * @param dataVersion which version of the data this is
   * @return the id of the run. It is named {@code LR-Single-Feature}, has the params {@code label}
   *     ({@code price}), {@code features} ({@code bedrooms}) and {@code data_version}, and the
   *     metrics {@code rmse} and {@code r2} of {@code test}, as Spark's {@code RegressionEvaluator}
   *     computes them. The regression has Spark's default settings.
   */
  @Task(
      value = 1,
      points = 16,
      title = "Log a run",
      hints = {
        "`MlflowClient` has one method for each step: `createRun`, `logParam`, `logMetric`, `setTerminated`. All but the first take the id of the run.",
        "Fit a pipeline of `VectorAssembler` and `LinearRegression`, `transform` the test rows, and ask a `RegressionEvaluator` once for `rmse` and once for `r2`. The name of a run is given when it is created.",
        "`client.createRun(CreateRun.newBuilder().setExperimentId(experimentId).setRunName(\"LR-Single-Feature\").setStartTime(System.currentTimeMillis()).build()).getRunId()`, then `client.logMetric(runId, \"rmse\", evaluator.setMetricName(\"rmse\").evaluate(predictions))`."
      })
  String logRun(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion);

  /**
   * Fits three linear regressions and logs each as a run of its own, so that they can be compared.
   *
   * @param train the rows to learn from: {@code features} and {@code price} (double, above 0), no
   *     nulls
   * @param test the rows to judge on, with the same columns
   * @param features numeric columns, at least two
   * @param dataVersion which version of the data this is
   * @return the ids of three runs in this order: {@code LR-Single-Feature} (the first of {@code
   *     features}), {@code LR-All-Features} (all of them) and {@code LR-Log-Price} (all of them,
   *     and the natural logarithm of the price as label). Params of each: {@code label} ({@code
   *     price}, {@code price}, {@code log_price}), {@code features} (the names that the model uses,
   *     in their order, joined by a comma without a blank) and {@code data_version}. Metrics of
   *     each: {@code rmse} and {@code r2} of {@code test}, both of prices in dollars.
   */
  @Task(
      value = 2,
      points = 18,
      title = "Compare three models",
      hints = {
        "One run per model: a param can be set once in a run, and never changed. A method that logs one run, called three times, is all it takes.",
        "The third model learns `log(price)` and predicts logarithms. Turn its predictions back into dollars before the evaluator sees them, and compare with `price`.",
        "`train.withColumn(\"log_price\", log(col(\"price\")))` before `fit`; `model.transform(test).withColumn(\"prediction\", exp(col(\"prediction\")))` after it; the evaluator's label column is `price` for all three."
      })
  List<String> compareModels(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> features,
      String dataVersion);

  /**
   * Adds the losses of a round of training to the metric {@code loss} of a run, and reads back the
   * whole curve.
   *
   * @param runId a running run, which goes on afterwards; it may hold values of {@code loss} from
   *     earlier rounds, logged in any order, at the steps 0, 1, 2, …
   * @param losses the loss after each iteration of this round, in order; at least one, and they
   *     need not fall
   * @return every value of {@code loss} that the run now holds, in the order of the steps. The new
   *     values stand at the steps that follow the largest one so far, from 0 if there is none.
   */
  @Task(
      value = 3,
      points = 14,
      title = "Follow the loss",
      hints = {
        "A metric keeps all its values, each with a step and a time. `getMetricHistory` gives them all; `getRun` only knows the latest.",
        "Read the history first: the next step is one more than the largest. Log each loss with its own step, read again, and sort by step, since a server promises no order.",
        "`client.logMetric(runId, \"loss\", loss, System.currentTimeMillis(), step)`: the time comes before the step. Then `history.stream().sorted(Comparator.comparingLong(Metric::getStep)).map(Metric::getValue).toList()`."
      })
  List<Double> logLosses(String trackingUri, String runId, List<Double> losses);

  /**
   * Fits a pipeline within a run that always comes to an end.
   *
   * @param runName the name of the run
   * @param pipeline what to fit; its {@code fit} may throw anything
   * @param train the rows to fit it on
   * @return the fitted pipeline; the run is {@code FINISHED}. If {@code fit} throws, the run is
   *     {@code FAILED}, and the caller gets the exception (the same one, or one that it is the
   *     cause of).
   */
  @Task(
      value = 4,
      points = 12,
      title = "End every run",
      hints = {
        "Nothing ends a run by itself: if `fit` throws, the lines behind it are not reached. Which construct of Java is reached in any case?",
        "Assume the worst: let a variable say `FAILED`, set it to `FINISHED` as the last thing within `try`, and end the run with it in `finally`. Without a `catch`, nothing can get lost.",
        "`RunStatus status = RunStatus.FAILED; try { PipelineModel model = pipeline.fit(train); status = RunStatus.FINISHED; return model; } finally { client.setTerminated(runId, status); }`"
      })
  PipelineModel fitInRun(
      String trackingUri,
      String experimentId,
      String runName,
      Pipeline pipeline,
      Dataset<Row> train);

  /**
   * Finds the good runs of an experiment.
   *
   * @param experimentId the experiment to search; nothing in it changes
   * @param label only runs whose param {@code label} is this text
   * @param below only runs whose metric {@code rmse} is smaller than this
   * @param minDepth only runs whose param {@code maxDepth}, a whole number, is this or more
   * @param pageSize how many runs to ask the server for at once; there may be many more
   * @return the names of all these runs, the smallest {@code rmse} first; two runs may have the
   *     same name. Deleted runs do not count. Every run has both params; no two of these runs have
   *     the same {@code rmse}.
   */
  @Task(
      value = 5,
      points = 16,
      title = "Find the runs",
      hints = {
        "`searchRuns` takes a filter, how many runs to give, and an order. It returns one page; look at what a `RunsPage` can do. And of what type is a param?",
        "Let the server do what it can: `metrics.rmse` compares as a number, `params.label` equals a quoted text, both joined by `and`. A param is a text, so `maxDepth` has to become a number in Java, run by run.",
        "`client.searchRuns(List.of(experimentId), filter, ViewType.ACTIVE_ONLY, pageSize, List.of(\"metrics.rmse ASC\"))`; take `getItems()`, and as long as `hasNextPage()`, go on with `(RunsPage) page.getNextPage()`."
      })
  List<String> findRuns(
      String trackingUri,
      String experimentId,
      String label,
      double below,
      int minDepth,
      int pageSize);

  /**
   * Logs a search for good settings as a tree: one parent run, one child run per trial.
   *
   * @param runName the name of the parent
   * @param trials what was tried; at least one, no two with the same {@code maxDepth} or the same
   *     {@code rmse}
   * @return the id of the parent. Each child is named {@code depth-} and its {@code maxDepth} (such
   *     as {@code depth-4}), has the param {@code maxDepth}, the metric {@code rmse}, and the tag
   *     {@code mlflow.parentRunId} with the parent's id. The parent has the param {@code maxDepth}
   *     and the metric {@code rmse} of the best child, each logged once, and the tag {@code
   *     best_run_id} with that child's id. All are {@code FINISHED}.
   */
  @Task(
      value = 6,
      points = 12,
      title = "Nest the trials",
      hints = {
        "To the server a child is a run like any other. What makes it a child is one tag that points to its parent, and the parent must exist first.",
        "Create the parent, then one run per trial with the tag `mlflow.parentRunId`. Remember the best trial and its run; tell the parent about it once, after the last child.",
        "`CreateRun.newBuilder()…addTags(RunTag.newBuilder().setKey(\"mlflow.parentRunId\").setValue(parentId))`, or `client.setTag(childId, \"mlflow.parentRunId\", parentId)` afterwards."
      })
  String logTrials(String trackingUri, String experimentId, String runName, List<Trial> trials);

  /**
   * Logs a fitted model together with what it takes, what it gives and which data it was made from.
   *
   * @param runId a running run, which goes on afterwards
   * @param model a fitted pipeline that reads {@code features} and adds {@code prediction}
   * @param features the columns that the model reads
   * @param train the rows that it was fitted on; they have more columns than these, the label among
   *     them
   * @param trainPath the Delta table that {@code train} was read from, in its latest version
   * @return the address of the model, {@code runs:/<run id>/model}. Its signature has {@code
   *     features} as inputs, in their order, and {@code prediction} as output; beside it lies an
   *     input example with rows of {@code train} and the same input columns. The run has a dataset
   *     input named {@code train}, with the context {@code training} and as its source this version
   *     of the Delta table.
   */
  @Task(
      value = 7,
      points = 12,
      title = "Log the model",
      hints = {
        "The stock Java client cannot log Spark models; `dev.kindling.mlflow` can: `SparkModels` for the model, `ModelSignature` for its columns, `DatasetInputs` and `DatasetSource` for the data.",
        "Select the features from `train` first: that frame is the input of the signature, and a few of its rows are the example. The output is the model's `prediction` alone.",
        "`new SparkModels(trackingUri).logModel(runId, model, \"model\", ModelOptions.none().withSignature(…).withInputExample(…)).modelUri()`, and `new DatasetInputs(trackingUri).logInput(runId, DatasetInputs.fromSpark(train, \"train\", DatasetSource.deltaPath(spark, trainPath)), \"training\")`."
      })
  String logModel(
      String trackingUri,
      String runId,
      PipelineModel model,
      List<String> features,
      Dataset<Row> train,
      String trainPath);
}
