package day2.registry.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.registry.RegistryLab;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingRelay;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Twelve versions that say which model they are: the predictions of the odd ones are ten times the
 * wind speed, those of the even ones a hundred times. Version 1 is in Production, 6 in Staging, 12
 * is the newest; 2 is the champion, 3 has an alias that is called like a stage, and 5 one that is
 * called like the number of another version.
 */
record Scored(RegistryLab lab, MadeModel made, Dataset<Row> hours) {

  private static final Table HOURS =
      Table.parse(
          """
          hour:string | wind_speed:double | odd:double | even:double
          00          | 4.5               | 45.0       | 450.0
          06          | null              | null       | null
          08          | 7.25              | 72.5       | 725.0
          16          | 11.0              | 110.0      | 1100.0
          """);

  static Scored prepare(RegistryLab lab, MadeModel made, Given given) {
    String runId = made.run(Map.of(), Map.of());
    SparkModels models = new SparkModels(made.uri());
    models.logModel(runId, times(10), "odd");
    models.logModel(runId, times(100), "even");
    for (int version = 1; version <= 12; version++) {
      made.add(runId, version % 2 == 1 ? "odd" : "even");
    }
    made.ended().inStage("1", "Production").inStage("6", "Staging");
    made.alias("champion", 2).alias("Production", 3).alias("12", 5);
    return new Scored(lab, made, hours(given));
  }

  static Dataset<Row> hours(Given given) {
    return given.frame(HOURS.select("hour", "wind_speed"));
  }

  /** A model that multiplies. */
  static PipelineModel times(int factor) {
    SQLTransformer product =
        new SQLTransformer()
            .setStatement(
                "SELECT *, wind_speed * %dD AS prediction FROM __THIS__".formatted(factor));
    return new PipelineModel("times" + factor, new Transformer[] {product});
  }

  /** Judges the address with this end, which means a version. */
  Scored judge(String end, int version) {
    judge(end, "", version, lab.score(made.uri(), uri(end), hours));
    return this;
  }

  /**
   * Judges one address while somebody else brings version 4 to Production. Whichever version an
   * answer finds is right, if it is the one that it tells.
   */
  Scored judgeMoving(String end) {
    AtomicBoolean asked = new AtomicBoolean();
    TrackingRelay.Listener mover =
        (path, request, answer) -> {
          if (path.contains("model") && asked.compareAndSet(false, true)) {
            made.registry().transitionModelVersionStage(made.name(), "4", "Production", true);
          }
          return answer;
        };
    try (TrackingRelay moving = new TrackingRelay(made.uri(), mover)) {
      Dataset<Row> scored = lab.score(moving.uri(), uri(end), hours);
      boolean late =
          compute("the scored rows", () -> scored.where("model_version = 4").count() > 0);
      judge(end, " while another version enters that stage", late ? 4 : 1, scored);
    }
    return this;
  }

  private String uri(String end) {
    return "models:/" + made.name() + end;
  }

  private static void judge(String end, String when, int version, Dataset<Row> scored) {
    String side = version % 2 == 1 ? "odd" : "even";
    expect(scored)
        .as("the rows scored by `models:/<name>%s`%s".formatted(end, when))
        .fact("version", version)
        .toHaveRows(
            HOURS
                .select("hour", "wind_speed", side)
                .rename(side, "prediction")
                .with("model_version:int", row -> version));
  }
}
