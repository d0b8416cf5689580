package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** The values of a frame as JSON, the way pandas writes them. */
final class JsonValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonValues() {}

  static ArrayNode row(Row row) {
    ArrayNode values = JSON.arrayNode();
    for (int i = 0; i < row.length(); i++) {
      values.add(of(row.get(i)));
    }
    return values;
  }

  static JsonNode of(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof Double number) {
      // pandas has no other way to write what is no number.
      return Double.isFinite(number) ? JSON.numberNode(number) : JSON.nullNode();
    }
    if (value instanceof Float number) {
      return Float.isFinite(number) ? JSON.numberNode(number) : JSON.nullNode();
    }
    if (value instanceof BigDecimal number) {
      return JSON.numberNode(number);
    }
    if (value instanceof Number number) {
      return JSON.numberNode(number.longValue());
    }
    if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    }
    if (value instanceof byte[] bytes) {
      return JSON.binaryNode(bytes);
    }
    return time(value);
  }

  private static JsonNode time(Object value) {
    if (value instanceof Timestamp timestamp) {
      return JSON.textNode(text(timestamp.toInstant()));
    }
    if (value instanceof Instant instant) {
      return JSON.textNode(text(instant));
    }
    if (value instanceof java.sql.Date date) {
      return JSON.textNode(text(date.toLocalDate()));
    }
    if (value instanceof LocalDate date) {
      return JSON.textNode(text(date));
    }
    return nested(value);
  }

  private static String text(Instant instant) {
    return instant.toString().replace("Z", "");
  }

  private static String text(LocalDate date) {
    return date + "T00:00:00";
  }

  private static JsonNode nested(Object value) {
    if (value instanceof Vector vector) {
      ArrayNode values = JSON.arrayNode();
      for (double number : vector.toArray()) {
        values.add(number);
      }
      return values;
    }
    if (value instanceof Row row) {
      ObjectNode object = JSON.objectNode();
      for (int i = 0; i < row.length(); i++) {
        object.set(row.schema().fieldNames()[i], of(row.get(i)));
      }
      return object;
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return object(CollectionConverters.asJava(map));
    }
    if (value instanceof scala.collection.Iterable<?> several) {
      return array(CollectionConverters.asJavaCollection(several));
    }
    return JSON.textNode(value.toString());
  }

  private static ArrayNode array(Collection<?> several) {
    ArrayNode values = JSON.arrayNode();
    several.forEach(one -> values.add(of(one)));
    return values;
  }

  private static ObjectNode object(Map<?, ?> map) {
    ObjectNode object = JSON.objectNode();
    map.forEach((key, one) -> object.set(String.valueOf(key), of(one)));
    return object;
  }
}
