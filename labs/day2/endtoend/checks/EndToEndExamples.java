package day2.endtoend.checks;

import day2.endtoend.EndToEndLab;
import day2.endtoend.Scored;
import day2.endtoend.Settings;
import day2.endtoend.Split;
import dev.kindling.check.Example;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.wine.Wines;
import dev.kindling.mlflow.TrackingSpace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;

/** What each task gives for the wines, and what it leaves on the server. */
final class EndToEndExamples {

  private static final Settings SETTINGS = new Settings(10, 5, 42L);

  @Example(task = 1)
  Dataset<Row> preparedWines(EndToEndLab lab, Wines wines) {
    return lab.prepareWines(wines.red(), wines.white()).groupBy("is_red", "label").count();
  }

  @Example(task = 2)
  Dataset<Row> theTestPart(EndToEndLab lab, Wines wines, Given given) {
    Table all = Inputs.prepared(wines.truth().red(), wines.truth().white());
    return lab.splitWines(given.frame(all), 42).test();
  }

  @Example(task = 3)
  Table measuredOnValidation(EndToEndLab lab, Wines wines, Given given) {
    Dataset<Row> all =
        given.frame(Inputs.prepared(wines.truth().red(), wines.truth().white())).coalesce(1);
    Dataset<Row>[] parts = all.randomSplit(new double[] {0.8, 0.2}, 42);
    Scored scored = lab.fitForest(parts[0], parts[1], SETTINGS);
    Dataset<Row> judged = scored.model().transform(parts[1]);
    double right = judged.where("prediction = label").count();
    return Table.of("measure on validation", "value")
        .row("the AUC that you returned", scored.auc())
        .row("accuracy of the forest", right / judged.count())
        .row("accuracy of always saying no", 1 - wines.truth().goodRate())
        .row("AUC of the true probabilities", wines.truth().bestAuc());
  }

  @Example(task = 4)
  Map<String, Object> theRun(EndToEndLab lab, TrackingSpace space, Given given) {
    Split split = Inputs.contradicting(given);
    PipelineModel model = Inputs.forest(split.train(), SETTINGS);
    String log = space.experiment("a baseline");
    String id = lab.logForest(space.uri(), log, model, SETTINGS, split.train(), split.validation());
    return Server.runs(space, log, id);
  }

  @Example(task = 5)
  Map<String, Object> theSearch(EndToEndLab lab, TrackingSpace space, Given given) {
    String log = space.experiment("tuning");
    List<Settings> candidates = List.of(new Settings(5, 0, 42L), SETTINGS);
    String id = lab.tune(space.uri(), log, Inputs.deceiving(given), candidates).runId();
    return Server.runs(space, log, id);
  }

  @Example(task = 6)
  Map<String, String> threeContests(EndToEndLab lab, TrackingSpace space) {
    Server server = Server.in(space);
    List.of("0.9 0.87 0.85", "0.92 0.9 0.88", "0.95 0.91 0.86")
        .forEach(aucs -> server.promote(lab, aucs));
    return server.state();
  }

  @Example(task = 7)
  Dataset<Row> aScoredBatch(
      EndToEndLab lab, TrackingSpace space, Given given, @TempDir Path folder) {
    Server server = Server.in(space).add(Inputs.rule("alcohol > 1.2"));
    String name = server.mark(1, "champion", "Production").name();
    lab.scoreWines(space.uri(), name, given.frame(Inputs.BOTTLES), folder + "/scored");
    return given.spark().read().format("delta").load(folder + "/scored");
  }
}
