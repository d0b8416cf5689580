package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Spark model and all that MLflow keeps beside it into a folder: its description, the
 * Python environment that can load it, and an example of its input.
 */
final class ModelFolder {

  /** The MLflow whose layout this is, and which is known to load it. */
  static final String MLFLOW_VERSION = "3.17.2";

  /** A Python for which that MLflow and Spark 4.2 both exist. */
  private static final String PYTHON_VERSION = "3.11.9";

  private static final String SPARK_FOLDER = "sparkml";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  private final Path folder;

  ModelFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes everything.
   *
   * @param runId the run that made the model; null for none
   * @param artifactPath where it goes among the run's artifacts; null for none
   */
  MlModelFile write(
      PipelineModel model,
      @Nullable String runId,
      @Nullable String artifactPath,
      ModelOptions options)
      throws IOException {
    Files.createDirectories(folder);
    model.write().overwrite().save(SparkPath.of(folder.resolve(SPARK_FOLDER)));
    withoutChecksums();
    if (options.inputExample().isPresent()) {
      InputExample.of(options.inputExample().get()).write(folder);
    }
    writeEnvironment();
    MlModelFile file = describe(runId, artifactPath, options);
    file.write(folder);
    return file;
  }

  private MlModelFile describe(
      @Nullable String runId, @Nullable String artifactPath, ModelOptions options)
      throws IOException {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    if (artifactPath != null) {
      content.put("artifact_path", artifactPath);
    }
    ObjectNode flavors = content.putObject("flavors");
    ObjectNode python = flavors.putObject("python_function");
    python.put("data", SPARK_FOLDER);
    python.putObject("env").put("conda", "conda.yaml").put("virtualenv", "python_env.yaml");
    python.put("loader_module", "mlflow.spark").put("python_version", PYTHON_VERSION);
    ObjectNode spark = flavors.putObject("spark");
    spark.putNull("code");
    spark.put("model_class", "pyspark.ml.pipeline.PipelineModel");
    spark.put("model_data", SPARK_FOLDER).put("pyspark_version", sparkVersion());
    content.put("mlflow_version", MLFLOW_VERSION).put("model_size_bytes", size());
    content.put("model_uuid", UUID.randomUUID().toString().replace("-", ""));
    if (runId != null) {
      content.put("run_id", runId);
    }
    if (options.inputExample().isPresent()) {
      content.set("saved_input_example_info", InputExample.description());
    }
    options.signature().ifPresent(signature -> content.set("signature", signature.toTree()));
    content.put("utc_time_created", TIME.format(LocalDateTime.now(ZoneOffset.UTC)));
    return new MlModelFile(content);
  }

  private void writeEnvironment() throws IOException {
    List<String> packages = List.of("mlflow==" + MLFLOW_VERSION, "pyspark==" + sparkVersion());
    Files.writeString(folder.resolve("requirements.txt"), String.join("\n", packages) + "\n");

    ObjectNode virtual = JsonNodeFactory.instance.objectNode().put("python", PYTHON_VERSION);
    virtual.putArray("build_dependencies").add("pip").add("setuptools").add("wheel");
    virtual.putArray("dependencies").add("-r requirements.txt");
    MlModelFile.write(folder.resolve("python_env.yaml"), virtual);

    ObjectNode conda = JsonNodeFactory.instance.objectNode().put("name", "mlflow-env");
    conda.putArray("channels").add("conda-forge");
    var dependencies = conda.putArray("dependencies").add("python=" + PYTHON_VERSION).add("pip");
    packages.forEach(dependencies.addObject().putArray("pip")::add);
    MlModelFile.write(folder.resolve("conda.yaml"), conda);
  }

  private static String sparkVersion() {
    return org.apache.spark.package$.MODULE$.SPARK_VERSION();
  }

  /** Hadoop's checksums of local files: they double the number of uploads and nobody needs them. */
  private void withoutChecksums() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(ModelFolder::isChecksum).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean isChecksum(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(".") && name.endsWith(".crc");
  }

  private long size() throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        size += Files.size(file);
      }
    }
    return size;
  }
}
