package day2.registry;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.mlflow.SparkModels;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Four versions that say which model they are: the predictions of the odd ones are ten times the
 * wind speed, those of the even ones a hundred times. Version 1 is in Production, 2 is the
 * champion, 3 has an alias that is called like the stage, 4 is the newest.
 */
record Scored(RegistryLab lab, MadeModel made, SparkSession spark) {

  private static final StructType HOURS =
      new StructType().add("hour", DataTypes.StringType).add("wind_speed", DataTypes.DoubleType);
  private static final List<Row> WINDS =
      List.of(
          RowFactory.create("00", 4.5),
          RowFactory.create("08", 7.25),
          RowFactory.create("16", 11.0));

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "at-not-split",
              error -> error.says("(?i)(?:not found|invalid).*@|@.*(?:not found|invalid)"),
              "The server was asked for a model whose name has an `@` in it: the address was cut at the slash only. In `models:/<name>@<alias>` the name ends at the `@`.");

  /** Makes the model and its versions. */
  static Scored prepare(RegistryLab lab, MadeModel made, SparkSession spark) {
    made.registry().createRegisteredModel(made.name());
    String runId = made.run(Map.of(), Map.of());
    SparkModels models = new SparkModels(made.space().uri());
    models.logModel(runId, times(10), "odd");
    models.logModel(runId, times(100), "even");
    for (String path : List.of("odd", "even", "odd", "even")) {
      made.add(runId, path);
    }
    made.space().client().setTerminated(runId);
    made.inStage("1", "Production").withAlias("champion", 2).withAlias("Production", 3);
    return new Scored(lab, made, spark);
  }

  /** A model that multiplies. */
  static PipelineModel times(int factor) {
    SQLTransformer product =
        new SQLTransformer()
            .setStatement(
                "SELECT *, wind_speed * %dD AS prediction FROM __THIS__".formatted(factor));
    return new PipelineModel("times" + factor, new Transformer[] {product});
  }

  private static Table by(int version) {
    return by(version, version);
  }

  private static Table by(int scoring, int told) {
    Table table = Table.of("hour", "wind_speed", "prediction", "model_version");
    for (Row wind : WINDS) {
      double factor = scoring % 2 == 0 ? 100 : 10;
      table = table.row(wind.get(0), wind.get(1), wind.getDouble(1) * factor, told);
    }
    return table;
  }

  /**
   * Judges one address.
   *
   * @param end what follows the name in it
   * @param right the version that it means
   */
  Scored judge(String end, int right) {
    String uri = "models:/" + made.name() + end;
    Dataset<Row> hours = spark.createDataFrame(WINDS, HOURS);
    ERRORS.during(() -> judge(end, right, lab.score(made.space().uri(), uri, hours)));
    return this;
  }

  private void judge(String end, int right, Dataset<Row> scored) {
    int newest = 4;
    int champion = Integer.parseInt(made.aliases().get("champion"));
    int namesake = Integer.parseInt(made.aliases().get("Production"));
    int inProduction =
        made.stages().entrySet().stream()
            .filter(entry -> entry.getValue().equals("Production"))
            .mapToInt(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    String what = "the rows scored by `models:/<name>%s`".formatted(end);
    expect(scored)
        .as(what)
        .toContainColumns("prediction", "model_version")
        .toHaveType("model_version", DataTypes.IntegerType)
        .toHaveRows(by(right))
        .diagnose(
            "alias-for-stage",
            end.equals("/Production") ? by(namesake) : by(-1),
            "This is version %d, which has an alias called `Production`, but the address has a slash and asks for the stage. Stages are asked for with `getLatestVersions(name, stage)`, aliases with `getModelVersionByAlias`."
                .formatted(namesake))
        .diagnose(
            "stage-for-alias",
            end.equals("@Production") ? by(inProduction) : by(-1),
            "This is the version in the stage Production, but the address has an `@` and asks for the alias `Production`, which is at version %d. An alias may be called anything."
                .formatted(namesake))
        .diagnose(
            "newest-version",
            by(newest),
            "This is version 4, the newest, and that is not what the address means. The newest is often one that nobody has tried yet: what is in use, the stage or the alias says.")
        .diagnose(
            "one-version-for-all",
            wrong ->
                List.of(by(inProduction), by(champion), by(1), by(2)).stream()
                    .anyMatch(table -> same(wrong, table)),
            "A fixed version, stage or alias is loaded, whatever the address asks for. The argument decides; when the registry changes, the same code must load another version.")
        .diagnose(
            "other-version-told",
            wrong -> List.of(1, 2, 3, 4).stream().anyMatch(told -> same(wrong, by(right, told))),
            "The predictions are those of version %d, but the column `model_version` names another one. Look the version up once, load exactly that one, and tell the same number."
                .formatted(right));
  }

  private static boolean same(Dataset<Row> scored, Table table) {
    List<List<Object>> rows =
        scored.select("hour", "wind_speed", "prediction", "model_version").collectAsList().stream()
            .map(row -> List.of(row.get(0), row.get(1), row.get(2), row.get(3)))
            .sorted(java.util.Comparator.comparing(row -> (String) row.get(0)))
            .toList();
    return rows.equals(table.rows());
  }
}
