package day2.registry;

import dev.kindling.data.windfarm.WindFarm;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The model registry of a tracking server: which models there are, what each version is, which one
 * is in use, and how that changes.
 *
 * <p>Every task is handed the address of an MLflow server, such as {@code http://127.0.0.1:5000},
 * and the name of a registered model, so each can be solved alone. The numbers of versions are
 * texts, as MLflow has them: {@code "1"}, {@code "2"}, … {@code "10"}. What a task does not speak
 * of stays as it is.
 */
@Lab(
    day = 2,
    order = 22,
    title = "The model registry: versions, stages, aliases",
    minutes = 45,
    data = WindFarm.class,
    tracking = true)
public interface RegistryLab {

  /**
   * Logs a fitted model to a run and makes it a version of a registered model.
   *
   * @param runId a running run, which goes on afterwards
   * @param model a fitted pipeline
   * @param name the registered model; it may exist already, with or without versions
   * @return the number of the new version, such as {@code "1"}. The model is the artifact {@code
   *     model} of the run, the version points to the model and names the run as the one that it
   *     comes from. When the method returns, the server has said that the version is {@code READY};
   *     if it says {@code FAILED_REGISTRATION}, the method throws.
   */
  @Task(
      value = 1,
      points = 15,
      title = "Register a version",
      hints = {
        "Three steps: the model becomes an artifact of the run (`SparkModels`), the registered model must exist, the version is created from the artifact (`ModelRegistry`).",
        "`createRegisteredModel` refuses a name that exists, with `MlflowException.ALREADY_EXISTS`: that one is no problem. `createModelVersion` takes the address of the model and the id of the run; does it wait?",
        "`String source = new SparkModels(trackingUri).logModel(runId, model, \"model\").modelUri();`, then `registry.createModelVersion(name, source, runId).getVersion()`: this form waits until the version is ready, and throws if it fails."
      })
  String register(String trackingUri, String runId, PipelineModel model, String name);

  /**
   * Writes down what people should know: some of it belongs to the model, some to one version.
   *
   * @param name the registered model
   * @param version a version of it, not always the newest
   * @param card what to write: {@code purpose} becomes the description of the model and {@code
   *     team} its tag {@code team}; {@code change} becomes the description of this version and
   *     {@code dataVersion} its tag {@code data_version}
   */
  @Task(
      value = 2,
      points = 10,
      title = "Describe it",
      hints = {
        "Both the model and each version have a description and tags. Ask of each fact: does it stay true when the next version comes?",
        "Four calls of `ModelRegistry`: two `update…` for the descriptions, two `set…Tag`. Those for a version take its number.",
        "`registry.updateRegisteredModel(name, card.purpose())` and `registry.setModelVersionTag(name, version, \"data_version\", card.dataVersion())`; the other two mirror them."
      })
  void describe(String trackingUri, String name, String version, Card card);

  /**
   * Brings a version to the stage {@code Production}, and keeps an activity log. A version in
   * {@code None} goes by way of {@code Staging}; one in {@code Staging}, or in {@code Archived}
   * because it was in use before (a rollback), goes straight to {@code Production}; one that is
   * there already stays. A stage that it enters is left by all others in it: they become {@code
   * Archived}.
   *
   * @param name the registered model
   * @param version a version of it
   * @return every change of stage that happened, step by step. Of one step, the move of {@code
   *     version} comes first, then those that became {@code Archived}, by number, the smallest
   *     first. Empty if nothing changed.
   */
  @Task(
      value = 3,
      points = 16,
      title = "Go live and roll back",
      hints = {
        "`transitionModelVersionStage` moves one version. Its last argument decides what becomes of those that are in that stage now.",
        "Before each step, ask which other versions are in the stage to be entered (`searchModelVersions` with a filter on the name): they will be archived, so they belong into the log. Numbers are texts: sort them as numbers.",
        "`registry.searchModelVersions(\"name = '\" + name + \"'\").filter(v -> v.getCurrentStage().equals(stage))…sorted(Comparator.comparingInt(v -> Integer.parseInt(v.getVersion())))`, then `registry.transitionModelVersionStage(name, version, stage, true)`."
      })
  List<Move> goLive(String trackingUri, String name, String version);

  /**
   * Scores rows with whichever version an address names, and says which one it was.
   *
   * @param modelUri {@code models:/<name>/<stage>} (such as {@code models:/power/Production}),
   *     {@code models:/<name>/<number>} or {@code models:/<name>@<alias>}; no name contains a slash
   *     or an {@code @}. An alias may be called anything; it is no stage and no number even if it
   *     is called like one. At most one version is in {@code Staging}, and at most one in {@code
   *     Production}.
   * @param frame the rows to score
   * @return what the model makes of the rows, with one more column {@code model_version} (int): the
   *     number of the version that the address means now and that scored the rows
   */
  @Task(
      value = 4,
      points = 16,
      title = "Score by name",
      hints = {
        "`SparkModels.loadModel` understands all three forms. It does not tell which version it loaded, so look that up: a number says it itself, a stage and an alias have to be asked for.",
        "An `@` tells the alias from the other two. `getModelVersionByAlias` knows the version of an alias, `getLatestVersions(name, stage)` that of a stage.",
        "Find `version` first, then `new SparkModels(trackingUri).loadModel(\"models:/\" + name + \"/\" + version).transform(frame).withColumn(\"model_version\", lit(Integer.parseInt(version)))`."
      })
  Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame);

  /**
   * Says in what two versions differ.
   *
   * @param name the registered model
   * @param first a version; it comes from a run, and its model has a signature
   * @param second another one, of which the same is true
   * @return one entry for each param and each metric (its latest value) of their runs and each
   *     input column of their models' signatures that only one of them has, or that they have
   *     differently. Params first, then metrics, then inputs; within these by {@link
   *     Difference#key()}, as {@code String} compares. What is equal is not told.
   */
  @Task(
      value = 5,
      points = 14,
      title = "Compare two versions",
      hints = {
        "A version knows the run that it comes from, and the run knows its params and metrics. The signature is in the model that the version points to.",
        "Make three maps of text to text for each version: params, metrics, inputs. Two maps differ in those keys of either for which the values are not equal; a `TreeSet` of both key sets has them in order.",
        "`registry.getModelVersion(name, first).getRunId()`, `client.getRun(runId).getData()`, `new SparkModels(trackingUri).getModelInfo(\"models:/\" + name + \"/\" + first).signature().orElseThrow().inputs()` with `name()` and `type().toString()`."
      })
  List<Difference> compare(String trackingUri, String name, String first, String second);

  /**
   * Lets the challenger take over if it is better. The alias {@code champion} is at the version in
   * {@code Production}, the alias {@code challenger} at another one. Each comes from a run of its
   * own, with an RMSE in kW on three sets of rows: the metrics {@code train_rmse}, {@code
   * validation_rmse} and {@code test_rmse}, of which the challenger's run may lack some.
   *
   * <p>Better means: a smaller {@code validation_rmse}. Then the challenger is in {@code
   * Production}, everything else that was there is {@code Archived}, {@code champion} is at the
   * challenger, {@code previous} is at the version that was the champion, and there is no alias
   * {@code challenger}. If it is equal, worse or not known, nothing changes.
   *
   * @param name the registered model
   * @return whether the challenger took over
   */
  @Task(
      value = 6,
      points = 16,
      title = "Promote the better one",
      hints = {
        "First decide, then move. To decide: who is the champion, who is the challenger, and what did each one's run measure on the validation rows?",
        "A run without a metric is not a run with the metric 0: keep the metrics in a map, and see whether the key is there. Taking over is one move of a stage that archives, two aliases set and one deleted.",
        "`registry.getModelVersionByAlias(name, \"champion\")`; `registry.transitionModelVersionStage(name, challenger, \"Production\", true)`; `registry.setRegisteredModelAlias(name, \"previous\", champion)`; `registry.deleteRegisteredModelAlias(name, \"challenger\")`."
      })
  boolean promote(String trackingUri, String name);

  /**
   * Deletes old versions. Only a version that is {@code Archived} and has no alias may go. Of
   * those, the newest ones are kept, and the others deleted. If no version at all is left, the
   * registered model is deleted, too.
   *
   * @param name the registered model; it has at least one version
   * @param keep how many of those that may go are kept, 0 or more
   * @return the numbers of the deleted versions, the smallest first
   */
  @Task(
      value = 7,
      points = 13,
      title = "Clean up",
      hints = {
        "Deleting cannot be undone, so find out first what may go: the stage is told by each version, the aliases by the registered model.",
        "Sort the versions that may go by number, as numbers. All but the last `keep` of them go. `deleteRegisteredModel` deletes all that is left, so be sure that nothing is.",
        "`registry.getRegisteredModel(name).getAliasesList()` has `getAlias` and `getVersion`; `candidates.subList(0, Math.max(0, candidates.size() - keep))`; `registry.deleteModelVersion(name, version)`."
      })
  List<String> cleanUp(String trackingUri, String name, int keep);
}
