package day2.registry;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.mlflow.ColumnSpec;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.rest.MlflowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunData;
import org.mlflow.tracking.MlflowClient;

/** Asks the registry what is, decides, and only then changes something. */
public class RegistrySolution implements RegistryLab {

  static final Comparator<ModelVersion> BY_NUMBER =
      Comparator.comparingInt(version -> Integer.parseInt(version.getVersion()));

  @Override
  public String register(String trackingUri, String runId, PipelineModel model, String name) {
    String source = new SparkModels(trackingUri).logModel(runId, model, "model").modelUri();
    ModelRegistry registry = new ModelRegistry(trackingUri);
    ensureExists(registry, name);
    return registry.createModelVersion(name, source, runId).getVersion();
  }

  static void ensureExists(ModelRegistry registry, String name) {
    try {
      registry.createRegisteredModel(name);
    } catch (MlflowException e) {
      if (!e.is(MlflowException.ALREADY_EXISTS)) {
        throw e;
      }
    }
  }

  @Override
  public void describe(String trackingUri, String name, String version, Card card) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    registry.updateRegisteredModel(name, card.purpose());
    registry.setRegisteredModelTag(name, "team", card.team());
    registry.updateModelVersion(name, version, card.change());
    registry.setModelVersionTag(name, version, "data_version", card.dataVersion());
  }

  @Override
  public List<Move> goLive(String trackingUri, String name, String version) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    String stage = registry.getModelVersion(name, version).getCurrentStage();
    List<Move> log = new ArrayList<>();
    for (String next : way(stage)) {
      log.addAll(enter(registry, name, version, stage, next));
      stage = next;
    }
    return log;
  }

  /** The stages that a version enters to get to Production. */
  List<String> way(String stage) {
    return switch (stage) {
      case "None" -> List.of("Staging", "Production");
      case "Production" -> List.of();
      default -> List.of("Production");
    };
  }

  /** One step: the version moves, and who was in that stage is archived. */
  List<Move> enter(ModelRegistry registry, String name, String version, String from, String to) {
    List<Move> log = new ArrayList<>(List.of(new Move(version, from, to)));
    versions(registry, name).stream()
        .filter(other -> other.getCurrentStage().equals(to))
        .map(other -> new Move(other.getVersion(), to, "Archived"))
        .forEach(log::add);
    registry.transitionModelVersionStage(name, version, to, true);
    return log;
  }

  /** All versions of a model, the first one first. */
  static List<ModelVersion> versions(ModelRegistry registry, String name) {
    return registry.searchModelVersions("name = '%s'".formatted(name)).sorted(BY_NUMBER).toList();
  }

  @Override
  public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
    String address = modelUri.substring("models:/".length());
    String name = address.split("[/@]")[0];
    String version = version(new ModelRegistry(trackingUri), name, address);
    return new SparkModels(trackingUri)
        .loadModel("models:/%s/%s".formatted(name, version))
        .transform(frame)
        .withColumn("model_version", lit(Integer.parseInt(version)));
  }

  String version(ModelRegistry registry, String name, String address) {
    String which = address.substring(name.length() + 1);
    if (address.contains("@")) {
      return registry.getModelVersionByAlias(name, which).getVersion();
    }
    return which.matches("\\d+")
        ? which
        : registry.getLatestVersions(name, which).get(0).getVersion();
  }

  @Override
  public List<Difference> compare(String trackingUri, String name, String first, String second) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      RunData firstRun = run(client, trackingUri, name, first);
      RunData secondRun = run(client, trackingUri, name, second);
      List<Difference> differences = new ArrayList<>();
      differences.addAll(differences("param", params(firstRun), params(secondRun)));
      differences.addAll(differences("metric", metrics(firstRun), metrics(secondRun)));
      differences.addAll(
          differences(
              "input", inputs(trackingUri, name, first), inputs(trackingUri, name, second)));
      return differences;
    }
  }

  List<Difference> differences(String kind, Map<String, String> first, Map<String, String> second) {
    Set<String> keys = new TreeSet<>(first.keySet());
    keys.addAll(second.keySet());
    return keys.stream()
        .map(
            key ->
                new Difference(
                    kind, key, first.getOrDefault(key, ""), second.getOrDefault(key, "")))
        .filter(difference -> !difference.first().equals(difference.second()))
        .toList();
  }

  static RunData run(MlflowClient client, String trackingUri, String name, String version) {
    String runId = new ModelRegistry(trackingUri).getModelVersion(name, version).getRunId();
    return client.getRun(runId).getData();
  }

  static Map<String, String> params(RunData run) {
    return run.getParamsList().stream().collect(Collectors.toMap(Param::getKey, Param::getValue));
  }

  static Map<String, String> metrics(RunData run) {
    return run.getMetricsList().stream()
        .collect(Collectors.toMap(Metric::getKey, metric -> Double.toString(metric.getValue())));
  }

  static Map<String, String> inputs(String trackingUri, String name, String version) {
    return new SparkModels(trackingUri)
            .getModelInfo("models:/%s/%s".formatted(name, version))
            .signature()
            .orElseThrow()
            .inputs()
            .stream()
            .collect(Collectors.toMap(ColumnSpec::name, column -> column.type().toString()));
  }

  @Override
  public boolean promote(String trackingUri, String name) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    String champion = registry.getModelVersionByAlias(name, "champion").getVersion();
    String challenger = registry.getModelVersionByAlias(name, "challenger").getVersion();
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      RunData reached = run(client, trackingUri, name, challenger);
      if (!isBetter(reached, run(client, trackingUri, name, champion))) {
        return false;
      }
    }
    registry.transitionModelVersionStage(name, challenger, "Production", true);
    registry.setRegisteredModelAlias(name, "champion", challenger);
    registry.setRegisteredModelAlias(name, "previous", champion);
    registry.deleteRegisteredModelAlias(name, "challenger");
    return true;
  }

  boolean isBetter(RunData challenger, RunData champion) {
    return metric(challenger, "validation_rmse") < metric(champion, "validation_rmse");
  }

  /** NaN if the run has no such metric: it is smaller than nothing. */
  static double metric(RunData run, String key) {
    return run.getMetricsList().stream()
        .filter(metric -> metric.getKey().equals(key))
        .mapToDouble(Metric::getValue)
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public List<String> cleanUp(String trackingUri, String name, int keep) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    Set<String> named = aliased(registry, name);
    List<ModelVersion> all = versions(registry, name);
    List<String> mayGo =
        all.stream().filter(v -> mayGo(v, named)).map(ModelVersion::getVersion).toList();
    List<String> deleted = chosen(mayGo, keep);
    deleted.forEach(version -> registry.deleteModelVersion(name, version));
    if (deleted.size() == all.size()) {
      registry.deleteRegisteredModel(name);
    }
    return deleted;
  }

  boolean mayGo(ModelVersion version, Set<String> named) {
    return version.getCurrentStage().equals("Archived") && !named.contains(version.getVersion());
  }

  /** All but the newest. */
  List<String> chosen(List<String> mayGo, int keep) {
    return mayGo.subList(0, Math.max(0, mayGo.size() - keep));
  }

  /** The versions that some alias is at. */
  static Set<String> aliased(ModelRegistry registry, String name) {
    return registry.getRegisteredModel(name).getAliasesList().stream()
        .map(RegisteredModelAlias::getVersion)
        .collect(Collectors.toSet());
  }
}
