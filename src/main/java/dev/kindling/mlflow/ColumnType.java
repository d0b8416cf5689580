package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The type of a column in a signature, in MLflow's terms. Its text is what MLflow prints. */
public sealed interface ColumnType {

  /** A plain type. */
  enum Scalar implements ColumnType {
    BOOLEAN,
    INTEGER,
    LONG,
    FLOAT,
    DOUBLE,
    STRING,
    BINARY,
    DATETIME,
    /** A vector of Spark ML. */
    SPARKML_VECTOR,
    /** Whatever there is: never checked. */
    ANY;

    /** MLflow's name, such as {@code double}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A list of values of one type. */
  record ArrayOf(ColumnType items) implements ColumnType {
    @Override
    public String toString() {
      return "array<" + items + ">";
    }
  }

  /** Named values; of a struct in Spark. */
  record ObjectOf(List<Property> properties) implements ColumnType {
    public ObjectOf {
      properties = List.copyOf(properties);
    }

    @Override
    public String toString() {
      return "object"
          + properties.stream().map(Property::toString).collect(Collectors.joining(", ", "<", ">"));
    }
  }

  /** One of an object's values. */
  record Property(String name, ColumnType type, boolean required) {
    @Override
    public String toString() {
      return name + ": " + type + (required ? "" : " (optional)");
    }
  }

  /** A type that has no counterpart here, such as a tensor, kept as it was read. Not checked. */
  record Other(JsonNode json) implements ColumnType {
    @Override
    public String toString() {
      return json.path("type").asText();
    }
  }
}
