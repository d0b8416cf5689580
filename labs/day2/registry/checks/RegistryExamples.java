package day2.registry.checks;

import day2.registry.Card;
import day2.registry.Difference;
import day2.registry.Move;
import day2.registry.RegistryLab;
import dev.kindling.check.Example;
import dev.kindling.data.windfarm.WindFarm;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What each task leaves in the registry, for models of the wind farm. */
final class RegistryExamples {

  @Example(task = 1)
  Map<String, String> aModelOfTheFarm(RegistryLab lab, WindFarm farm, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power");
    lab.register(space.uri(), made.run(Map.of(), Map.of()), line(farm), made.name());
    return made.ended().state();
  }

  @Example(task = 2)
  Map<String, String> whatIsWritten(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").with("None None");
    Card card = new Card("Power of a day, in kW", "grid", "A tree instead of a line", "12");
    lab.describe(space.uri(), made.name(), "1", card);
    return made.state();
  }

  @Example(task = 3)
  List<Move> activityLog(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").with("Production Staging None");
    return lab.goLive(space.uri(), made.name(), "3");
  }

  @Example(task = 4)
  Dataset<Row> scoredByTheChampion(RegistryLab lab, WindFarm farm, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power");
    String runId = made.run(Map.of(), Map.of());
    new SparkModels(space.uri()).logModel(runId, line(farm), "model");
    made.add(runId, "model");
    String uri = "models:/" + made.ended().alias("champion", 1).name() + "@champion";
    return lab.score(space.uri(), uri, farm.test())
        .select("date", "power", "prediction", "model_version")
        .orderBy("date");
  }

  @Example(task = 5)
  List<Difference> lineAndTreeCompared(RegistryLab lab, TrackingSpace space) {
    String name = Compared.in(MadeModel.in(space, "power")).name();
    return lab.compare(space.uri(), name, "1", "2");
  }

  @Example(task = 6)
  Map<String, String> promoted(RegistryLab lab, TrackingSpace space) {
    MadeModel made = Compared.in(MadeModel.in(space, "power")).inStage("1", "Production");
    lab.promote(space.uri(), made.alias("champion", 1).alias("challenger", 2).name());
    return made.state();
  }

  @Example(task = 7)
  Map<String, String> cleanedUp(RegistryLab lab, TrackingSpace space) {
    MadeModel made = MadeModel.in(space, "power").with("Archived Archived Archived Production");
    lab.cleanUp(space.uri(), made.alias("audit", 1).name(), 1);
    return made.state();
  }

  private static PipelineModel line(WindFarm farm) {
    String[] speeds = {"wind_speed_00", "wind_speed_08", "wind_speed_16"};
    VectorAssembler assembler = new VectorAssembler().setInputCols(speeds).setOutputCol("features");
    LinearRegression regression = new LinearRegression().setLabelCol("power");
    return new Pipeline().setStages(new PipelineStage[] {assembler, regression}).fit(farm.train());
  }
}
