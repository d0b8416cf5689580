package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;

/** Writes keys as one JSON text, so that any number of them is one bound value. */
final class JsonKeys {

  private JsonKeys() {}

  static String of(Collection<String> keys) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    keys.forEach(array::add);
    return array.toString();
  }
}
