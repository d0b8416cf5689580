package day2.registry.checks;

import day2.registry.Card;
import day2.registry.Difference;
import day2.registry.Move;
import day2.registry.RegistryLab;
import dev.kindling.check.Example;
import dev.kindling.data.Table;
import dev.kindling.data.windfarm.WindFarm;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.DecisionTreeRegressor;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;

/** What each task leaves in the registry, for models of the wind farm. */
final class RegistryExamples {

  private static final String[] SPEEDS = {"wind_speed_00", "wind_speed_08", "wind_speed_16"};

  @Example(task = 1)
  Table aModelOfTheFarm(RegistryLab lab, WindFarm farm, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power");
    lab.register(space.uri(), made.run(Map.of(), Map.of()), line(farm), made.name());
    return shown(made.ended());
  }

  @Example(task = 2)
  Table whatIsWritten(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("None", "None");
    Card card = new Card("Power of a day, in kW", "grid", "A tree instead of a line", "12");
    lab.describe(space.uri(), made.name(), "1", card);
    Table table = Table.of("where", "what");
    for (Map.Entry<String, String> text : made.state().entrySet()) {
      if (text.getKey().matches(".*(description|tag .*)")) {
        table = table.row(text.getKey(), text.getValue());
      }
    }
    return table;
  }

  @Example(task = 3)
  Table activityLog(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").withVersions("Production", "Staging", "None");
    Table table = Table.of("version", "from", "to");
    for (Move move : lab.goLive(space.uri(), made.name(), "3")) {
      table = table.row(move.version(), move.from(), move.to());
    }
    return table;
  }

  @Example(task = 4)
  Dataset<Row> scoredByTheChampion(RegistryLab lab, WindFarm farm, TrackingSpace space) {
    MadeModel made = lineAndTree(farm, space);
    return lab.score(space.uri(), "models:/" + made.name() + "@champion", farm.test())
        .select("date", "power", "prediction", "model_version")
        .orderBy("date");
  }

  @Example(task = 5)
  Table lineAndTreeCompared(RegistryLab lab, WindFarm farm, TrackingSpace space) {
    Table table = Table.of("kind", "key", "first", "second");
    for (Difference d : lab.compare(space.uri(), lineAndTree(farm, space).name(), "1", "2")) {
      table = table.row(d.kind(), d.key(), d.first(), d.second());
    }
    return table;
  }

  @Example(task = 6)
  Table promoted(RegistryLab lab, WindFarm farm, TrackingSpace space) {
    MadeModel made = lineAndTree(farm, space).inStage("1", "Production");
    lab.promote(space.uri(), made.withAlias("challenger", 2).name());
    return shown(made);
  }

  @Example(task = 7)
  Table cleanedUp(RegistryLab lab, TrackingSpace space) {
    MadeModel made =
        MadeModel.in(space, "power")
            .withVersions("Archived", "Archived", "Archived", "Production", "None")
            .withAlias("audit", 1);
    lab.cleanUp(space.uri(), made.name(), 1);
    return shown(made);
  }

  /** Version 1 is a linear regression and the champion, version 2 a tree with one more column. */
  private static MadeModel lineAndTree(WindFarm farm, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").created();
    add(made, farm, "linear regression", line(farm), SPEEDS);
    String[] more = {"wind_speed_00", "wind_speed_08", "wind_speed_16", "temperature_08"};
    DecisionTreeRegressor tree = new DecisionTreeRegressor().setMaxDepth(6);
    PipelineModel fitted = pipeline(more, tree.setLabelCol("power")).fit(farm.train());
    add(made, farm, "decision tree", fitted, more);
    return made.withAlias("champion", 1);
  }

  private static PipelineModel line(WindFarm farm) {
    return pipeline(SPEEDS, new LinearRegression().setLabelCol("power")).fit(farm.train());
  }

  private static Pipeline pipeline(String[] columns, PipelineStage last) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(columns).setOutputCol("features");
    return new Pipeline().setStages(new PipelineStage[] {assembler, last});
  }

  private static void add(
      MadeModel made, WindFarm farm, String kind, PipelineModel model, String[] columns) {
    Map<String, Double> metrics = new TreeMap<>();
    Map.of("train", farm.train(), "validation", farm.validation(), "test", farm.test())
        .forEach((name, days) -> metrics.put(name + "_rmse", rmse(model.transform(days))));
    String runId = made.run(Map.of("model", kind, "label", "power"), metrics);
    Dataset<Row> input =
        farm.train().select(columns[0], List.of(columns).stream().skip(1).toArray(String[]::new));
    Dataset<Row> output = model.transform(input).select("prediction");
    new SparkModels(made.uri())
        .logModel(
            runId,
            model,
            "model",
            ModelOptions.none().withSignature(ModelSignature.infer(input, output)));
    made.ended().add(runId, "model");
  }

  private static double rmse(Dataset<Row> predictions) {
    return new RegressionEvaluator().setLabelCol("power").evaluate(predictions);
  }

  /** The versions as the server's page lists them. */
  private static Table shown(MadeModel made) {
    Table table = Table.of("version", "stage", "aliases", "status", "description");
    TreeMap<String, Integer> aliases = made.aliases();
    for (Map.Entry<Integer, ModelVersion> entry : made.versions().entrySet()) {
      ModelVersion version = entry.getValue();
      List<String> own =
          aliases.keySet().stream()
              .filter(alias -> aliases.get(alias).equals(entry.getKey()))
              .toList();
      table =
          table.row(
              version.getVersion(),
              version.getCurrentStage(),
              String.join(", ", own),
              version.getStatus().name(),
              version.getDescription());
    }
    return table;
  }
}
