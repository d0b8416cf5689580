package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.filter.Condition;
import dev.kindling.tracking.protocol.Fields;

/** Whether what is deleted is searched too. */
enum ViewType {
  ACTIVE_ONLY("%s.lifecycle_stage = 'active'"),
  DELETED_ONLY("%s.lifecycle_stage = 'deleted'"),
  ALL("%s.lifecycle_stage IN ('active', 'deleted')");

  private final String sql;

  ViewType(String sql) {
    this.sql = sql;
  }

  /** Reads a field, by name or number; as in MLflow, what is unknown means active ones. */
  static ViewType of(Fields request, String field) {
    JsonNode value = request.value(field);
    String text = value == null ? "" : value.asText();
    return switch (text) {
      case "DELETED_ONLY", "2" -> DELETED_ONLY;
      case "ALL", "3" -> ALL;
      default -> ACTIVE_ONLY;
    };
  }

  /**
   * The condition on a row.
   *
   * @param alias of the row
   */
  Condition condition(String alias) {
    return Condition.of(sql.formatted(alias));
  }
}
