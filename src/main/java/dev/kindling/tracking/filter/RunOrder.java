package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Orders of runs: of rows {@code r} of the table of runs. */
public final class RunOrder {

  private static final OrderParser PARSER = new OrderParser(RunNames::ordered);
  private static final Subject START = new Subject(SubjectType.ATTRIBUTE, "start_time");

  private final List<String> joins = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final List<String> by = new ArrayList<>();
  private final Set<Subject> seen = new HashSet<>();

  private RunOrder() {}

  /**
   * The order that some clauses mean; the latest come first where they leave it open.
   *
   * @throws TrackingException when they cannot be understood
   */
  public static Order of(List<String> clauses) {
    RunOrder order = new RunOrder();
    for (OrderTerm term : PARSER.parse(clauses)) {
      order.add(term, clauses);
    }
    if (!order.seen.contains(START)) {
      order.by.add("r.start_time DESC");
    }
    order.by.add("r.run_uuid");
    return new Order(String.join(" ", order.joins), order.values, String.join(", ", order.by));
  }

  private void add(OrderTerm term, List<String> clauses) {
    Subject subject = term.subject();
    String key = subject.key();
    if (subject.is(SubjectType.ATTRIBUTE)) {
      key = RunNames.attribute(key);
    } else if (subject.is(SubjectType.DATASET)) {
      throw TrackingException.invalid("Invalid identifier type '%s'", subject.type());
    }
    if (!seen.add(new Subject(subject.type(), key))) {
      throw Comparators.duplicate(clauses);
    }
    if (subject.is(SubjectType.ATTRIBUTE)) {
      by.add(column(key) + " " + term.direction() + " NULLS LAST");
    } else {
      join(subject.type(), key, term);
    }
  }

  private void join(SubjectType type, String key, OrderTerm term) {
    String table =
        switch (type) {
          case METRIC -> "latest_metrics";
          case PARAMETER -> "params";
          default -> "tags";
        };
    String alias = "o" + joins.size();
    joins.add(
        "LEFT JOIN %1$s %2$s ON %2$s.\"key\" = ? AND %2$s.run_uuid = r.run_uuid"
            .formatted(table, alias));
    values.add(key);
    if (type == SubjectType.METRIC) {
      // Numbers first, then NaN, then runs that lack the metric.
      by.add("coalesce(%s.is_nan, 2)".formatted(alias));
    }
    by.add("%s.value %s NULLS LAST".formatted(alias, term.direction()));
  }

  /** The column that holds an attribute. */
  static String column(String attribute) {
    return switch (attribute) {
      case "run_id" -> "r.run_uuid";
      case "run_name" -> "r.name";
      case "status" -> "r.status";
      case "user_id" -> "r.user_id";
      case "artifact_uri" -> "r.artifact_uri";
      case "start_time" -> "r.start_time";
      case "end_time" -> "r.end_time";
      default -> throw new IllegalArgumentException("'%s' is no attribute.".formatted(attribute));
    };
  }
}
