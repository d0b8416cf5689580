package dev.kindling.tracking.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a real MLflow answered to one scenario, as it is committed: a JSON object with one answer a
 * line, so that a changed answer is a changed line.
 *
 * @param mlflow the version that answered
 * @param title the scenario's title
 * @param answers its masked answers, in the order of the calls
 */
record Recording(String mlflow, String title, List<Answer> answers) {
  static final Path FOLDER = Path.of("src", "test", "resources", "contract", "recorded");

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  Recording {
    answers = List.copyOf(answers);
  }

  /**
   * The recorded answers of a scenario.
   *
   * @throws IOException if it was never recorded, or the file is no recording
   */
  static Recording read(Path folder, Scenario scenario) throws IOException {
    Path file = file(folder, scenario);
    try {
      JsonNode tree = JSON.readTree(Files.readString(file));
      return new Recording(
          tree.path("mlflow").asText(),
          tree.path("title").asText(),
          JSON.convertValue(tree.path("answers"), new TypeReference<List<Answer>>() {}));
    } catch (NoSuchFileException e) {
      throw new IOException(
          "'"
              + file
              + "' is missing: record it with -Dkindling.contract.record=true, which needs"
              + " a Python with MLflow.",
          e);
    }
  }

  void write(Path folder, Scenario scenario) throws IOException {
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder();
    text.append("{\"mlflow\": ").append(JSON.writeValueAsString(mlflow));
    text.append(",\n \"title\": ").append(JSON.writeValueAsString(title));
    text.append(",\n \"answers\": [\n");
    List<String> lines = new java.util.ArrayList<>();
    for (Answer answer : answers) {
      lines.add(JSON.writeValueAsString(answer));
    }
    text.append(lines.stream().collect(Collectors.joining(",\n"))).append("\n]}\n");
    Files.writeString(file(folder, scenario), text);
  }

  private static Path file(Path folder, Scenario scenario) {
    return folder.resolve(scenario.name() + ".json");
  }
}
