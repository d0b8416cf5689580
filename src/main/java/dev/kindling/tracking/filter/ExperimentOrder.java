package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.List;

/** Orders of experiments: of rows {@code e} of the table of experiments. */
public final class ExperimentOrder {

  private static final List<String> USUAL = List.of("creation_time DESC", "experiment_id ASC");
  private static final OrderParser PARSER =
      new OrderParser(name -> TagOrAttribute.maybeQuoted(name, ExperimentGrammar.ATTRIBUTES));

  private ExperimentOrder() {}

  /**
   * The order that some clauses mean; the latest come first when there are none.
   *
   * @throws TrackingException when they cannot be understood
   */
  public static Order of(List<String> clauses) {
    List<String> by = new ArrayList<>();
    boolean isTotal = false;
    for (OrderTerm term : PARSER.parse(clauses.isEmpty() ? USUAL : clauses)) {
      if (!term.subject().is(SubjectType.ATTRIBUTE)) {
        throw TrackingException.invalid("Invalid order_by entity: %s", term.subject().type());
      }
      String column = column(term.subject().key());
      isTotal |= column.equals("e.experiment_id");
      by.add(column + " " + term.direction());
    }
    if (!isTotal) {
      by.add("e.experiment_id DESC");
    }
    return Order.by(by);
  }

  private static String column(String attribute) {
    return switch (attribute) {
      case "name" -> "e.name";
      case "experiment_id" -> "e.experiment_id";
      case "creation_time" -> "e.creation_time";
      case "last_update_time" -> "e.last_update_time";
      default -> throw new IllegalArgumentException("'%s' is no attribute.".formatted(attribute));
    };
  }
}
