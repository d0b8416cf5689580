package dev.kindling.tracking.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What follows the question mark. */
record Query(Map<String, List<String>> values) {

  /** A value, or an empty text. */
  String text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** All values of a name that may be given several times. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** An empty request for a route. */
  ObjectNode request() {
    return JsonNodeFactory.instance.objectNode();
  }
}
