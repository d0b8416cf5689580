package day2.registry.checks;

import day2.registry.Difference;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.types.StructType;
import org.mlflow.tracking.MlflowClient;

/** Two versions to compare, a line and a tree: what their runs logged, what their models take. */
final class Compared {

  /** By version; empty for nothing; several values of a metric, the latest one last. */
  private static final Table FACTS =
      Table.parse(
          """
          kind:string | key:string        | 1:string            | 2:string
          param       | Solver            | auto                | ''
          param       | hour              | UTC                 | local
          param       | label             | power               | power
          param       | maxDepth          | ''                  | 6
          param       | step              | 0.1                 | 0.10
          metric      | days              | 181.0               | 181.0
          metric      | mape              | 4.5E-4              | ''
          metric      | test_rmse         | 1247.25             | 1247.2501
          metric      | train_rmse        | 1230.5              | 1230.5002
          metric      | validation_rmse   | 1240.0 1300.0 1255.0 | 705.0 630.5 680.5
          input       | hour              | integer             | long
          input       | temperature_08    | ''                  | float
          input       | wind_direction_08 | double              | ''
          input       | wind_speed_08     | double              | double
          output      | at_most           | ''                  | double
          output      | prediction        | double              | double
          """);

  private Compared() {}

  /** Makes the versions; their models do nothing, and all that counts are their signatures. */
  static MadeModel in(MadeModel made) {
    MlflowClient client = made.space().client();
    for (String side : List.of("1", "2")) {
      String runId = made.run(of("param", side), Map.of());
      of("metric", side)
          .forEach(
              (key, values) -> {
                long step = 0;
                for (String value : values.split(" ")) {
                  client.logMetric(runId, key, Double.parseDouble(value), step, step++);
                }
              });
      PipelineModel nothing = new PipelineModel("nothing", new Transformer[0]);
      ModelSignature signature =
          ModelSignature.infer(columns("input", side), columns("output", side));
      new SparkModels(made.uri())
          .logModel(runId, nothing, "model", ModelOptions.none().withSignature(signature));
      made.add(runId, "model");
    }
    return made.ended();
  }

  private static Map<String, String> of(String kind, String side) {
    Map<String, String> of = new TreeMap<>();
    FACTS.where("kind", kind).stream().forEach(fact -> of.put(fact.text("key"), fact.text(side)));
    of.values().removeIf(String::isEmpty);
    return of;
  }

  private static StructType columns(String kind, String side) {
    StructType[] columns = {new StructType()};
    of(kind, side).forEach((name, type) -> columns[0] = columns[0].add(name, type));
    return columns[0];
  }

  /** In what they differ. */
  static List<Difference> differences(String first, String second) {
    return FACTS.where(fact -> !fact.text("kind").equals("output")).stream()
        .map(
            of ->
                new Difference(of.text("kind"), of.text("key"), last(of, first), last(of, second)))
        .filter(difference -> !difference.first().equals(difference.second()))
        .toList();
  }

  private static String last(TableRow fact, String side) {
    return fact.text(side).replaceFirst(".* ", "");
  }
}
