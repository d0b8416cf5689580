package day2.endtoend;

import dev.kindling.data.wine.Wines;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From two files of wines to a model that others can use: prepare, split, fit, log, tune, promote,
 * score.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. <em>Prepared wines</em> are
 * what task 1 returns: measurements (double), {@code is_red} (int), {@code quality} (int) and
 * {@code label} (double), in any order, no nulls. Every run is {@code FINISHED} when its method
 * returns.
 */
@Lab(
    day = 2,
    order = 24,
    title = "From data to a served model, end to end",
    minutes = 60,
    data = Wines.class,
    tracking = true)
public interface EndToEndLab {

  /**
   * Puts red and white wines together and labels the good ones.
   *
   * @param red measurements (double) in columns whose names may have blanks, such as {@code fixed
   *     acidity}, and {@code quality} (int); any cell may be null
   * @param white the same columns, perhaps in another order
   * @return every row of both that has no null, equal rows as often as they came. All columns, each
   *     blank in a name replaced by an underscore, and two more: {@code is_red} (int: 1 or 0) and
   *     {@code label} (double: 1.0 if {@code quality} is 7 or more, otherwise 0.0), in any order
   */
  @Task(
      value = 1,
      points = 14,
      title = "Bring red and white together",
      hints = {
        "`union` puts the first column under the first, whatever their names are; there is another one that looks at names. What Spark calls `union` keeps equal rows.",
        "Add `is_red` to each frame, put them together by name, drop the rows with nulls, rename in a loop over `columns()`, and add the label with `when`.",
        "`red.withColumn(\"is_red\", lit(1)).unionByName(white.withColumn(\"is_red\", lit(0))).na().drop()`, then `withColumnRenamed(name, name.replace(' ', '_'))` for each name, and `when(col(\"quality\").geq(7), 1.0).otherwise(0.0)`."
      })
  Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white);

  /**
   * Splits wines at random into 60 % train, 20 % validation and 20 % test.
   *
   * @param wines prepared wines
   * @param seed which of the many possible splits; the parts of two seeds, also of neighbouring
   *     ones, have no more in common than chance makes them have
   * @return three parts with the columns of {@code wines}; each row is in exactly one. The same
   *     rows and the same seed give the same parts, in whatever order and partitions the rows come.
   *     Each share may be up to 3 points off if there are thousands of rows. Rows that differ in a
   *     single measurement are drawn apart.
   */
  @Task(
      value = 2,
      points = 14,
      title = "Split so that it can be repeated",
      hints = {
        "`randomSplit` draws its numbers partition by partition. With the same seed and other partitions it gives other parts. What about a row does not change when it moves?",
        "Two ways: compute a number from the values of the row and the seed, `xxhash64(…)`, and cut its range at 60 % and 80 %; or bring all rows into one partition before `randomSplit`, which sorts each partition first.",
        "`Column bucket = pmod(xxhash64(all columns and lit(seed)), lit(100))`, then `wines.where(bucket.lt(60))`, `…geq(60).and(bucket.lt(80))`, `…geq(80)`. Or `wines.coalesce(1).randomSplit(new double[] {0.6, 0.2, 0.2}, seed)`."
      })
  Split splitWines(Dataset<Row> wines, long seed);

  /**
   * Fits a random forest and measures it on rows that it has not seen.
   *
   * @param train prepared wines to learn from
   * @param validation prepared wines to measure on
   * @param settings of the forest; all others are Spark's defaults
   * @return a fitted pipeline that ends in a {@code RandomForestClassificationModel}, whose
   *     features are all columns but {@code quality} and {@code label}; it works on rows without
   *     these two, with the columns in any order. And the area under its ROC curve (AUC) on {@code
   *     validation}.
   */
  @Task(
      value = 3,
      points = 14,
      title = "Fit a baseline",
      hints = {
        "A pipeline of `VectorAssembler` and `RandomForestClassifier`; a `BinaryClassificationEvaluator` for the AUC. Which columns would a wine that nobody has tasted not have?",
        "Take the names from `train.columns()` and leave out `quality` and `label`. Tell the forest its label column, its trees, depth and seed. Fit on `train`, transform `validation`, evaluate with the metric `areaUnderROC` (the default) of `rawPrediction`.",
        "`new RandomForestClassifier().setLabelCol(\"label\").setFeaturesCol(\"features\").setNumTrees(settings.numTrees()).setMaxDepth(settings.maxDepth()).setSeed(settings.seed())`, and `new BinaryClassificationEvaluator().setLabelCol(\"label\").evaluate(model.transform(validation))`."
      })
  Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings);

  /**
   * Logs a fitted forest with everything that somebody needs who was not there.
   *
   * @param model a pipeline of two stages, a {@code VectorAssembler} and a {@code
   *     RandomForestClassificationModel}, fitted on {@code train} with {@code settings}
   * @param validation prepared wines that the model has not seen
   * @return the id of a new run of the experiment. Params: {@code numTrees}, {@code maxDepth},
   *     {@code seed}. Metrics: {@code train_auc} and {@code val_auc}, the AUC on {@code train} and
   *     on {@code validation}. Artifacts: the model in the folder {@code model}, with a signature
   *     (inputs: what the assembler reads, in its order; output: {@code prediction}) and an input
   *     example of the same columns; and {@code feature_importances.json}, one JSON object that has
   *     the importance of each feature, also a zero, under its name.
   */
  @Task(
      value = 4,
      points = 16,
      title = "Log the run",
      hints = {
        "The stock `MlflowClient` logs params and metrics; `SparkModels`, `ModelSignature` and `ArtifactStore` of `dev.kindling.mlflow` do the rest. `featureImportances()` is a vector: who knows the names?",
        "`((VectorAssembler) model.stages()[0]).getInputCols()` are the names, in the order of the vector. Select them from `train`: that frame gives the inputs of the signature and the example. Write the JSON to a temporary file and log that.",
        "`new SparkModels(trackingUri).logModel(runId, model, \"model\", ModelOptions.none().withSignature(ModelSignature.infer(input, model.transform(input).select(\"prediction\"))).withInputExample(input))`, and `new ArtifactStore(trackingUri).logArtifact(runId, file)` for a file of that name."
      })
  String logForest(
      String trackingUri,
      String experimentId,
      PipelineModel model,
      Settings settings,
      Dataset<Row> train,
      Dataset<Row> validation);

  /**
   * Tries some settings, chooses by validation, and judges the choice by test, once.
   *
   * @param candidates the settings to try, at least one; forests as in task 3
   * @return the id of the parent run, and the forest with the best candidate's settings, fitted
   *     once more on train and validation together. There is one child run per candidate (tag
   *     {@code mlflow.parentRunId}) with the params {@code numTrees}, {@code maxDepth}, {@code
   *     seed} and the metric {@code val_auc} of a forest fitted on train alone; no metric of a
   *     child comes from test rows. The parent has the params and the {@code val_auc} of the child
   *     with the largest {@code val_auc}, and {@code test_auc}, logged once: the AUC of the
   *     returned model on test.
   */
  @Task(
      value = 5,
      points = 16,
      title = "Tune on validation, judge on test",
      hints = {
        "Three parts, three uses: fit on train, choose on validation, and look at test when nothing is left to choose. Task 3 does the first two for one candidate.",
        "Create the parent; for each candidate fit on `split.train()`, measure on `split.validation()`, log a child, remember the best. Then fit the best settings on the union of both, measure on `split.test()`, and log that on the parent.",
        "`Scored scored = fitForest(split.train(), split.validation(), candidate)` in the loop; after it `fitForest(split.train().unionByName(split.validation()), split.test(), best)`: its `auc` is `test_auc`, its `model` is the result."
      })
  Tuned tune(String trackingUri, String experimentId, Split split, List<Settings> candidates);

  /**
   * Registers a run's model, and makes it the champion if it is better.
   *
   * @param name the registered model; made if there is none yet
   * @param runId a finished run that logged its model in the folder {@code model}. It has the
   *     metrics {@code train_auc}, {@code val_auc} and {@code test_auc}, and so has the run of
   *     every version that is there.
   * @return the number of the version that has the alias {@code champion} afterwards. The run's
   *     model is a new version. If its {@code test_auc} is larger than that of the champion, or if
   *     there is no champion, it gets the alias {@code champion} and goes to the stage {@code
   *     Production}, and what was in that stage goes to {@code Archived}. Otherwise it gets the
   *     alias {@code challenger} and goes to {@code Staging}, and the champion stays as it is.
   */
  @Task(
      value = 6,
      points = 14,
      title = "Promote only what is better",
      hints = {
        "`ModelRegistry` has all of it: `createRegisteredModel`, `createModelVersion`, `getModelVersionByAlias`, `setRegisteredModelAlias`, `transitionModelVersionStage`. A version knows its run, and the run its metrics.",
        "Find the champion before you move anything: the version that the alias names now, or none (an `MlflowException`, or an empty list in `getRegisteredModel(name).getAliasesList()`). Compare `test_auc` of its run with that of the new run, then set alias and stage.",
        "`registry.createModelVersion(name, \"runs:/\" + runId + \"/model\", runId).getVersion()`; then `registry.setRegisteredModelAlias(name, \"champion\", version)` and `registry.transitionModelVersionStage(name, version, \"Production\", true)`: `true` archives what was there."
      })
  String promote(String trackingUri, String name, String runId);

  /**
   * Scores a batch of wines with the champion and leaves the result as a Delta table.
   *
   * @param name a registered model whose version with the alias {@code champion} is a pipeline that
   *     reads prepared wines and adds {@code prediction}
   * @param batch wines that nobody has tasted: the measurements as they come, with blanks in their
   *     names and in another order than in training, {@code is_red}, and {@code bottle id} (int)
   * @param tablePath where the Delta table is to be; there may be one from an earlier batch, which
   *     is replaced
   * @return the number of the version that was used. The table has a row for each row of the batch,
   *     with all its columns (underscores for blanks), {@code prediction} (double) and {@code
   *     model_version} (string: that number), and no others.
   */
  @Task(
      value = 7,
      points = 12,
      title = "Score a batch with the champion",
      hints = {
        "`models:/name@champion` is the address of whatever version has the alias now. And Delta takes no column name with a blank.",
        "Rename all columns as in task 1, load the model, `transform`, and select what the table shall have: the renamed columns, `prediction`, and `lit(version)`. The pipeline finds its columns by name, so leave its stages alone.",
        "`new SparkModels(trackingUri).loadModel(\"models:/\" + name + \"@champion\")`, `new ModelRegistry(trackingUri).getModelVersionByAlias(name, \"champion\").getVersion()`, and `scored.write().format(\"delta\").mode(\"overwrite\").save(tablePath)`."
      })
  String scoreWines(String trackingUri, String name, Dataset<Row> batch, String tablePath);
}
