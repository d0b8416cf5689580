package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Values of Spark as the plain Java values that a table holds. */
public final class PlainValues {

  private PlainValues() {}

  /**
   * A vector, an array, a sequence or a row as a list, a map as a map, a timestamp as an {@code
   * Instant} and a date as a {@code LocalDate}; anything else as it is.
   */
  public static Object of(Object value) {
    if (value instanceof Vector vector) {
      return list(Cell.elements(vector.toArray()));
    }
    if (value instanceof java.sql.Timestamp moment) {
      return moment.toInstant();
    }
    if (value instanceof java.sql.Date day) {
      return day.toLocalDate();
    }
    if (value instanceof Row row) {
      return list(CollectionConverters.asJava(row.toSeq()));
    }
    if (value instanceof scala.collection.Seq<?> elements) {
      return list(CollectionConverters.asJava(elements));
    }
    if (value instanceof List<?> elements) {
      return list(elements);
    }
    if (value instanceof scala.collection.Map<?, ?> map) {
      return map(CollectionConverters.asJava(map));
    }
    return value != null && value.getClass().isArray() && !(value instanceof byte[])
        ? list(Cell.elements(value))
        : value;
  }

  private static List<Object> list(List<?> elements) {
    List<Object> plain = new ArrayList<>(elements.size());
    elements.forEach(element -> plain.add(of(element)));
    return Collections.unmodifiableList(plain);
  }

  private static Map<Object, Object> map(Map<?, ?> entries) {
    Map<Object, Object> plain = new LinkedHashMap<>();
    entries.forEach((key, value) -> plain.put(of(key), of(value)));
    return Collections.unmodifiableMap(plain);
  }
}
