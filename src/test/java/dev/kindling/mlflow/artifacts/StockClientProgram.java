package dev.kindling.mlflow.artifacts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.Service.FileInfo;
import org.mlflow.tracking.MlflowClient;

/**
 * Uses every artifact method of the stock client, and prints what each returned as one JSON object.
 * A process of its own, because the client reads the name of its helper from the environment.
 */
final class StockClientProgram {

  private StockClientProgram() {}

  /**
   * Does with the stock client what labs do with artifacts.
   *
   * @param args the server, a file, a folder, and the name for a registered model
   */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    Path folder = Path.of(args[2]);
    Map<String, Object> results = new LinkedHashMap<>();
    try (MlflowClient client = new MlflowClient(args[0])) {
      String experiment = client.createExperiment(args[3]);
      String run = client.createRun(experiment).getRunId();
      client.logArtifact(run, file.toFile());
      client.logArtifact(run, file.toFile(), "sub folder/ä");
      client.logArtifacts(run, folder.toFile());
      client.logArtifacts(run, folder.toFile(), "tree");
      results.put("root", paths(client.listArtifacts(run)));
      results.put("tree", paths(client.listArtifacts(run, "tree")));
      results.put("nothing", paths(client.listArtifacts(run, "no such folder")));
      results.put(
          "file", path(client.downloadArtifacts(run, "sub folder/ä/" + file.getFileName())));
      results.put("folder", path(client.downloadArtifacts(run, "tree")));
      results.put("all", path(client.downloadArtifacts(run)));
      results.put("missing", refusal(() -> client.downloadArtifacts(run, "no/such.txt")));
      results.put("noRun", refusal(() -> client.logArtifact("nobody", file.toFile())));

      ObjectMapper json = new ObjectMapper();
      client.sendPost("registered-models/create", json.writeValueAsString(Map.of("name", args[3])));
      client.sendPost(
          "model-versions/create",
          json.writeValueAsString(
              Map.of("name", args[3], "source", "runs:/" + run + "/tree", "run_id", run)));
      results.put("version", path(client.downloadModelVersion(args[3], "1")));
      System.out.println(json.writeValueAsString(results));
    }
  }

  private static List<String> paths(List<FileInfo> entries) {
    return entries.stream()
        .map(entry -> entry.getPath() + (entry.getIsDir() ? "/" : " " + entry.getFileSize()))
        .toList();
  }

  private static String path(File file) {
    return file.getAbsolutePath();
  }

  private static String refusal(Runnable call) {
    try {
      call.run();
      return "";
    } catch (RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
