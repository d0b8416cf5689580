package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A few rows of a model's input, kept beside it: as a frame, and as what a scoring server is sent.
 *
 * @param split columns and data, as pandas' {@code orient="split"} writes them
 */
record InputExample(ObjectNode split) {

  static final String FILE = "input_example.json";
  static final String SERVING_FILE = "serving_input_example.json";

  /** More rows would teach nothing more, and somebody may hand over all of them. */
  private static final int MOST_ROWS = 5;

  static InputExample of(Dataset<Row> frame) {
    ObjectNode split = JsonNodeFactory.instance.objectNode();
    ArrayNode columns = split.putArray("columns");
    for (String column : frame.columns()) {
      columns.add(column);
    }
    ArrayNode data = split.putArray("data");
    for (Row row : frame.takeAsList(MOST_ROWS)) {
      data.add(JsonValues.row(row));
    }
    return new InputExample(split);
  }

  void write(Path folder) throws IOException {
    ObjectNode serving = JsonNodeFactory.instance.objectNode();
    serving.set("dataframe_split", split);
    Files.writeString(folder.resolve(FILE), split.toString());
    Files.writeString(folder.resolve(SERVING_FILE), serving.toString());
  }

  /** What the model's description says of it. */
  static ObjectNode description() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("artifact_path", FILE)
        .put("pandas_orient", "split")
        .put("serving_input_path", SERVING_FILE)
        .put("type", "dataframe");
  }
}
