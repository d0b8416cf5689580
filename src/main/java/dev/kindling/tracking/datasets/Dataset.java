package dev.kindling.tracking.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Lengths;
import org.jspecify.annotations.Nullable;

/**
 * A dataset: a name and a digest, unique in an experiment.
 *
 * @param schema as JSON, or null
 * @param profile as JSON, or null
 */
public record Dataset(
    String name,
    String digest,
    String sourceType,
    String source,
    @Nullable String schema,
    @Nullable String profile) {

  /** Reads and checks one. */
  static Dataset of(Fields fields) {
    Dataset dataset =
        new Dataset(
            fields.text("name", ""),
            fields.text("digest", ""),
            fields.text("source_type", ""),
            fields.text("source", ""),
            nullIfEmpty(fields.text("schema")),
            nullIfEmpty(fields.text("profile")));
    Lengths.check("name", 500, dataset.name);
    Lengths.check("digest", 36, dataset.digest);
    Lengths.check("source", 65_535, dataset.source);
    Lengths.check("schema", 1_048_575, dataset.schema == null ? "" : dataset.schema);
    Lengths.check("profile", 16_777_215, dataset.profile == null ? "" : dataset.profile);
    return dataset;
  }

  private static @Nullable String nullIfEmpty(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** As answers show it. */
  public ObjectNode json() {
    ObjectNode json = Answers.empty();
    json.put("name", name);
    json.put("digest", digest);
    json.put("source_type", sourceType);
    json.put("source", source);
    Answers.put(json, "schema", schema);
    Answers.put(json, "profile", profile);
    return json;
  }
}
