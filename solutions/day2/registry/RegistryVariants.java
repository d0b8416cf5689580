package day2.registry;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Variant;
import dev.kindling.mlflow.ColumnSpec;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowHttpException;

/** Other right answers. */
final class RegistryVariants {

  private RegistryVariants() {}

  /** Lets the toolkit register, and does by hand what the server could do in one call. */
  @Variant("Registers while logging; archives one by one; loops instead of streams")
  static final class DoesItByHand extends RegistrySolution {

    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      return new SparkModels(trackingUri)
          .logModel(runId, model, "model", ModelOptions.none().withRegisteredModelName(name))
          .registeredModelVersion()
          .orElseThrow();
    }

    @Override
    public List<Move> goLive(String trackingUri, String name, String version) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      List<String> way = new ArrayList<>(List.of("Production"));
      String from = registry.getModelVersion(name, version).getCurrentStage();
      if (from.equals("None")) {
        way.add(0, "Staging");
      }
      way.remove(from);
      List<Move> log = new ArrayList<>();
      for (String to : way) {
        log.add(new Move(version, from, to));
        TreeMap<Integer, String> others = new TreeMap<>();
        registry
            .searchModelVersions("name = '%s'".formatted(name))
            .filter(other -> other.getCurrentStage().equals(to))
            .forEach(other -> others.put(Integer.valueOf(other.getVersion()), other.getVersion()));
        for (String other : others.values()) {
          registry.transitionModelVersionStage(name, other, "Archived", false);
          log.add(new Move(other, to, "Archived"));
        }
        registry.transitionModelVersionStage(name, version, to, false);
        from = to;
      }
      return log;
    }

    /** Looks the version up in the list of versions, and in the model's aliases. */
    @Override
    public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
      String[] parts = modelUri.replace("models:/", "").split("[/@]");
      ModelRegistry registry = new ModelRegistry(trackingUri);
      String version = parts[1];
      if (modelUri.contains("@")) {
        for (var alias : registry.getRegisteredModel(parts[0]).getAliasesList()) {
          version = alias.getAlias().equals(parts[1]) ? alias.getVersion() : version;
        }
      } else if (!Character.isDigit(version.charAt(0))) {
        for (ModelVersion one : versions(registry, parts[0])) {
          version = one.getCurrentStage().equals(parts[1]) ? one.getVersion() : version;
        }
      }
      PipelineModel model =
          new SparkModels(trackingUri).loadModel("models:/" + parts[0] + "/" + version);
      return model
          .transform(frame.repartition(2))
          .withColumn("model_version", lit(version).cast("int"));
    }

    @Override
    public List<Difference> compare(String trackingUri, String name, String first, String second) {
      List<Difference> differences = new ArrayList<>();
      Map<String, String> one = everything(trackingUri, name, first);
      Map<String, String> two = everything(trackingUri, name, second);
      Map<String, String> all = new TreeMap<>(one);
      all.putAll(two);
      for (String key : all.keySet()) {
        String[] parts = key.split(" ", 3);
        if (!Objects.equals(one.get(key), two.get(key))) {
          differences.add(
              new Difference(
                  parts[1], parts[2], one.getOrDefault(key, ""), two.getOrDefault(key, "")));
        }
      }
      return differences;
    }

    /** All that is compared, under keys that sort as the result should. */
    private static Map<String, String> everything(String trackingUri, String name, String version) {
      ModelVersion registered = new ModelRegistry(trackingUri).getModelVersion(name, version);
      Map<String, String> all = new HashMap<>();
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        Run run = client.getRun(registered.getRunId());
        run.getData().getParamsList().forEach(p -> all.put("0 param " + p.getKey(), p.getValue()));
        run.getData()
            .getMetricsList()
            .forEach(m -> all.put("1 metric " + m.getKey(), String.valueOf(m.getValue())));
      }
      for (ColumnSpec column :
          new SparkModels(trackingUri)
              .getModelInfo(registered.getSource())
              .signature()
              .orElseThrow()
              .inputs()) {
        all.put("2 input " + column.name(), column.type().toString());
      }
      return all;
    }

    @Override
    public List<String> cleanUp(String trackingUri, String name, int keep) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      List<Integer> mayGo = new ArrayList<>();
      for (ModelVersion found : versions(registry, name)) {
        ModelVersion version = registry.getModelVersion(name, found.getVersion());
        if (version.getCurrentStage().equals("Archived") && version.getAliasesCount() == 0) {
          mayGo.add(Integer.valueOf(version.getVersion()));
        }
      }
      mayGo.sort(Comparator.reverseOrder());
      List<String> deleted =
          mayGo.stream().skip(keep).sorted().map(number -> Integer.toString(number)).toList();
      for (String version : deleted) {
        registry.deleteModelVersion(name, version);
      }
      if (versions(registry, name).isEmpty()) {
        registry.deleteRegisteredModel(name);
      }
      return deleted;
    }
  }

  /** Registers with the stock client alone. */
  @Variant("The stock client's own requests; waits in a loop; names the place of the files")
  static final class UsesTheStockClient extends RegistrySolution {

    @Override
    public String register(String trackingUri, String runId, PipelineModel model, String name) {
      new SparkModels(trackingUri).logModel(runId, model, "model");
      String source = new ArtifactStore(trackingUri).artifactUri(runId, "model");
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        try {
          client.sendPost("registered-models/create", "{\"name\": \"%s\"}".formatted(name));
        } catch (MlflowHttpException e) {
          if (!e.getBodyMessage().contains("RESOURCE_ALREADY_EXISTS")) {
            throw e;
          }
        }
        String request =
            "{\"name\": \"%s\", \"source\": \"%s\", \"run_id\": \"%s\"}"
                .formatted(name, source, runId);
        String answer = client.sendPost("model-versions/create", request);
        String version = answer.replaceAll("(?s).*\"version\"\\s*:\\s*\"(\\d+)\".*", "$1");
        return awaited(client, name, version);
      }
    }

    private static String awaited(MlflowClient client, String name, String version) {
      ModelVersionStatus status = ModelVersionStatus.PENDING_REGISTRATION;
      while (status == ModelVersionStatus.PENDING_REGISTRATION) {
        status = client.getModelVersion(name, version).getStatus();
      }
      if (status != ModelVersionStatus.READY) {
        throw new IllegalStateException("Version " + version + " could not be made.");
      }
      return version;
    }
  }
}
