package dev.kindling.tracking.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds where two masked answers differ. */
final class Comparison {
  private final ObjectMapper json = new ObjectMapper();

  /** All differences of two servers' answers to the same calls. */
  List<Difference> of(List<Answer> theirs, List<Answer> ours) {
    if (theirs.size() != ours.size()) {
      throw new IllegalArgumentException(
          "There are %d answers of MLflow and %d of ours: the scenario changed, record it anew."
              .formatted(theirs.size(), ours.size()));
    }
    List<Difference> found = new ArrayList<>();
    for (int i = 0; i < theirs.size(); i++) {
      Answer their = theirs.get(i);
      Answer our = ours.get(i);
      if (!their.call().equals(our.call())) {
        throw new IllegalArgumentException(
            "Call %d is '%s' in the recording and '%s' in the scenario: record it anew."
                .formatted(i + 1, their.call(), our.call()));
      }
      if (isPage(their) != isPage(our) || their.status() / 100 != our.status() / 100) {
        found.add(new Difference(our.call(), "answer", summary(their), summary(our)));
      } else {
        differ(our.call(), "", json.valueToTree(their), json.valueToTree(our), found);
      }
    }
    return found;
  }

  private static boolean isPage(Answer answer) {
    return answer.body().asText().equals("<html>");
  }

  /**
   * A page and a document, or a success and an error, differ in all fields: that is one difference.
   */
  private static JsonNode summary(Answer answer) {
    return TextNode.valueOf(answer.status() + " " + answer.type() + " " + answer.body());
  }

  private static void differ(
      String call, String field, JsonNode theirs, JsonNode ours, List<Difference> found) {
    if (theirs instanceof ObjectNode && ours instanceof ObjectNode) {
      Set<String> names = new TreeSet<>();
      theirs.fieldNames().forEachRemaining(names::add);
      ours.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        differ(
            call,
            field.isEmpty() ? name : field + "." + name,
            theirs.get(name),
            ours.get(name),
            found);
      }
    } else if (theirs instanceof ArrayNode
        && ours instanceof ArrayNode
        && theirs.size() == ours.size()) {
      for (int i = 0; i < theirs.size(); i++) {
        differ(call, field + "." + i, theirs.get(i), ours.get(i), found);
      }
    } else if (theirs == null || ours == null || !equal(theirs, ours)) {
      found.add(new Difference(call, field, theirs, ours));
    }
  }

  /** 1 and 1.0 are one number in JSON. */
  private static boolean equal(JsonNode theirs, JsonNode ours) {
    if (theirs.isNumber() && ours.isNumber()) {
      return theirs.decimalValue().compareTo(ours.decimalValue()) == 0;
    }
    return theirs.equals(ours);
  }
}
