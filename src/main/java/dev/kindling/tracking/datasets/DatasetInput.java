package dev.kindling.tracking.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Lengths;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A dataset as an input of a run, with tags such as its context. */
public record DatasetInput(List<KeyValue> tags, Dataset dataset) {

  public DatasetInput {
    tags = List.copyOf(tags);
  }

  /**
   * Reads and checks one.
   *
   * @throws TrackingException when something is too long, or a tag comes twice
   */
  public static DatasetInput of(Fields fields) {
    Fields dataset = fields.object("dataset");
    List<KeyValue> tags = KeyValue.all(fields, "tags");
    Dataset read =
        Dataset.of(dataset == null ? new Fields(JsonNodeFactory.instance.objectNode()) : dataset);
    Set<String> keys = new HashSet<>();
    for (KeyValue tag : tags) {
      Lengths.check("key", 255, tag.key());
      Lengths.check("value", 500, tag.value());
      if (!keys.add(tag.key())) {
        throw TrackingException.twice(tag.key());
      }
    }
    return new DatasetInput(tags, read);
  }

  /** As answers show it. */
  public ObjectNode json() {
    ObjectNode json = Answers.empty();
    Answers.list(json, "tags", tags, KeyValue::json);
    json.set("dataset", dataset.json());
    return json;
  }
}
