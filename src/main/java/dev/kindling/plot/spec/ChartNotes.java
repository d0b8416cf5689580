package dev.kindling.plot.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a chart was made from: kept in the specification's {@code usermeta}.
 *
 * @param rows the rows of the frame
 * @param drawn the rows that the picture stands for, after leaving out and sampling
 * @param sampled whether {@code drawn} is a sample of what could be drawn
 * @param leftOut how many values were left out, by reason, such as {@code null in price}
 */
public record ChartNotes(long rows, long drawn, boolean sampled, Map<String, Long> leftOut) {

  static final String KEY = "kindling";

  public ChartNotes {
    leftOut = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
  }

  void write(ObjectNode specification) {
    ObjectNode notes = specification.putObject("usermeta").putObject(KEY);
    notes.put("rows", rows).put("drawn", drawn).put("sampled", sampled);
    ObjectNode reasons = notes.putObject("left_out");
    leftOut.forEach(reasons::put);
  }

  /** The notes of a specification; null when it has none, because a person wrote it. */
  static @Nullable ChartNotes of(JsonNode specification) {
    JsonNode notes = specification.path("usermeta").path(KEY);
    if (!notes.isObject()) {
      return null;
    }
    Map<String, Long> leftOut = new LinkedHashMap<>();
    notes
        .path("left_out")
        .properties()
        .forEach(entry -> leftOut.put(entry.getKey(), entry.getValue().asLong()));
    return new ChartNotes(
        notes.path("rows").asLong(),
        notes.path("drawn").asLong(),
        notes.path("sampled").asBoolean(),
        leftOut);
  }
}
