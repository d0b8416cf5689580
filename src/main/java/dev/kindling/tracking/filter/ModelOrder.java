package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Orders of registered models: of rows {@code m} of their table. */
public final class ModelOrder {

  private static final Set<String> TOLD = Set.of("name", "timestamp");
  private static final OrderParser PARSER = new OrderParser(ModelOrder::subject);

  private ModelOrder() {}

  /**
   * The order that some clauses mean; by name where they leave it open.
   *
   * @throws TrackingException when they cannot be understood
   */
  public static Order of(List<String> clauses) {
    List<String> by = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (OrderTerm term : PARSER.parse(clauses)) {
      if (!seen.add(term.subject().key())) {
        throw Comparators.duplicate(clauses);
      }
      by.add(term.subject().key() + " " + term.direction());
    }
    if (!seen.contains("m.name")) {
      by.add("m.name ASC");
    }
    return Order.by(by);
  }

  /** The column that a name stands for. */
  private static Subject subject(String name) {
    String column =
        switch (name) {
          case "name" -> "m.name";
          case "timestamp", "last_updated_timestamp" -> "m.last_updated_time";
          default ->
              throw TrackingException.invalid(
                  "Invalid order by key '%s' specified. Valid keys are '%s'",
                  name, PythonValues.set(TOLD));
        };
    return new Subject(SubjectType.ATTRIBUTE, column);
  }
}
