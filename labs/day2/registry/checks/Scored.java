package day2.registry.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.registry.RegistryLab;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import dev.kindling.mlflow.SparkModels;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Twelve versions that say which model they are: the predictions of the odd ones are ten times the
 * wind speed, those of the even ones a hundred times. Version 1 is in Production, 6 in Staging, 12
 * is the newest; 2 is the champion, 3 has an alias that is called like a stage, and 5 one that is
 * called like the number of another version.
 */
record Scored(RegistryLab lab, MadeModel made, Dataset<Row> hours) {

  private static final int VERSIONS = 12;

  private static final Table HOURS =
      Table.parse(
          """
          hour:string | wind_speed:double
          00          | 4.5
          06          | null
          08          | 7.25
          16          | 11.0
          """);

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "at-not-split",
              error -> error.says("(?i)(?:not found|invalid).*@|@.*(?:not found|invalid)"),
              "The server was asked for a model whose name has an `@` in it: the address was cut at the slash only. In `models:/<name>@<alias>` the name ends at the `@`.");

  /** Makes the model and its versions. */
  static Scored prepare(RegistryLab lab, MadeModel made, SparkSession spark) {
    made.created();
    String runId = made.run(Map.of(), Map.of());
    SparkModels models = new SparkModels(made.uri());
    models.logModel(runId, times(10), "odd");
    models.logModel(runId, times(100), "even");
    for (int version = 1; version <= VERSIONS; version++) {
      made.add(runId, isOdd(version) ? "odd" : "even");
    }
    made.ended().inStage("1", "Production").inStage("6", "Staging");
    made.withAlias("champion", 2).withAlias("Production", 3).withAlias("12", 5);
    return new Scored(lab, made, hours(spark));
  }

  static Dataset<Row> hours(SparkSession spark) {
    Frame frame = Frame.of("hours", HOURS);
    return spark.createDataFrame(frame.rows(), frame.schema());
  }

  /** A model that multiplies. */
  static PipelineModel times(int factor) {
    SQLTransformer product =
        new SQLTransformer()
            .setStatement(
                "SELECT *, wind_speed * %dD AS prediction FROM __THIS__".formatted(factor));
    return new PipelineModel("times" + factor, new Transformer[] {product});
  }

  private static boolean isOdd(int version) {
    return version % 2 == 1;
  }

  /** What a version makes of the rows. */
  private static Table by(int version) {
    double factor = isOdd(version) ? 10 : 100;
    return HOURS
        .with(
            "prediction:double",
            row -> row.isNull("wind_speed") ? null : row.number("wind_speed") * factor)
        .with("model_version:int", Collections.nCopies(HOURS.size(), version));
  }

  /**
   * Judges one address.
   *
   * @param end what follows the name in it
   * @param version the one that it means
   */
  Scored judge(String end, int version) {
    ERRORS.during(() -> judge(end, "", version, lab.score(made.uri(), uri(end), hours)));
    return this;
  }

  /**
   * Judges one address while somebody else brings another version to Production. Whichever of the
   * two an answer finds is right, if it is the one that it tells.
   */
  Scored judgeMoving(String end, int first, int next) {
    String number = Integer.toString(next);
    Runnable move =
        () -> made.registry().transitionModelVersionStage(made.name(), number, "Production", true);
    try (MovingRegistry moving = new MovingRegistry(made.uri(), move)) {
      Dataset<Row> scored = lab.score(moving.uri(), uri(end), hours);
      boolean late =
          compute("the scored rows", () -> scored.where("model_version = " + number).count() > 0);
      judge(end, " while another version enters that stage", late ? next : first, scored);
    }
    return this;
  }

  private String uri(String end) {
    return "models:/" + made.name() + end;
  }

  private static void judge(String end, String when, int version, Dataset<Row> scored) {
    expect(scored)
        .as("the rows scored by `models:/<name>%s`%s".formatted(end, when))
        .fact("version", version)
        .toHaveRows(by(version))
        .diagnose(
            "other-version-told",
            wrong -> when.isEmpty() && predictions(wrong).equals(by(version).column("prediction")),
            "The predictions are those of version %d, but the column `model_version` names another one. Look the version up once, load exactly that one, and tell the same number."
                .formatted(version));
  }

  private static List<Object> predictions(Dataset<Row> scored) {
    return scored.orderBy("hour").select("prediction").collectAsList().stream()
        .map(row -> row.get(0))
        .toList();
  }
}
