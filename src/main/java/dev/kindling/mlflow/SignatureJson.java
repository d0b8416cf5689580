package dev.kindling.mlflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Columns as MLflow writes them in JSON. */
final class SignatureJson {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SignatureJson() {}

  static ArrayNode write(List<ColumnSpec> columns) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (ColumnSpec column : columns) {
      ObjectNode json = write(column.type());
      if (!column.name().isEmpty()) {
        json.put("name", column.name());
      }
      array.add(json.put("required", column.required()));
    }
    return array;
  }

  private static ObjectNode write(ColumnType type) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (type instanceof ColumnType.Other other) {
      return other.json().deepCopy();
    }
    if (type instanceof ColumnType.ArrayOf array) {
      json.put("type", "array").set("items", write(array.items()));
    } else if (type instanceof ColumnType.ObjectOf object) {
      ObjectNode properties = json.put("type", "object").putObject("properties");
      for (ColumnType.Property property : object.properties()) {
        properties.set(
            property.name(), write(property.type()).put("required", property.required()));
      }
    } else {
      json.put("type", type.toString());
    }
    return json;
  }

  /**
   * Reads columns.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  static List<ColumnSpec> read(String text) {
    JsonNode array = parse(text);
    if (!array.isArray()) {
      throw new IllegalArgumentException(
          "'%s' is not a list of columns in MLflow's JSON.".formatted(text));
    }
    List<ColumnSpec> columns = new ArrayList<>();
    for (JsonNode column : array) {
      columns.add(
          new ColumnSpec(
              column.path("name").asText(""),
              type(column),
              column.path("required").asBoolean(true)));
    }
    return columns;
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'%s' is not JSON.".formatted(text), e);
    }
  }

  private static ColumnType type(JsonNode json) {
    String name = json.path("type").asText();
    if (name.equals("array") && json.has("items")) {
      return new ColumnType.ArrayOf(type(json.get("items")));
    }
    if (name.equals("object")) {
      List<ColumnType.Property> properties = new ArrayList<>();
      for (Map.Entry<String, JsonNode> property : json.path("properties").properties()) {
        properties.add(
            new ColumnType.Property(
                property.getKey(),
                type(property.getValue()),
                property.getValue().path("required").asBoolean(true)));
      }
      return new ColumnType.ObjectOf(properties);
    }
    for (ColumnType.Scalar scalar : ColumnType.Scalar.values()) {
      if (scalar.toString().equals(name)) {
        return scalar;
      }
    }
    ObjectNode rest = json.deepCopy();
    rest.remove(List.of("name", "required"));
    return new ColumnType.Other(rest);
  }
}
