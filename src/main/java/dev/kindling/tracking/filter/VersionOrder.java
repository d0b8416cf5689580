package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Orders of versions of models: of rows {@code v} of their table. */
public final class VersionOrder {

  private static final Set<String> ATTRIBUTES =
      Set.of("name", "version_number", "creation_timestamp", "last_updated_timestamp");
  private static final List<String> USUAL = List.of("last_updated_timestamp DESC");
  private static final OrderParser PARSER =
      new OrderParser(name -> TagOrAttribute.maybeQuoted(name, ATTRIBUTES));

  private VersionOrder() {}

  /**
   * The order that some clauses mean; by name and then the newest version where they leave it open,
   * the last changed first when there are none.
   *
   * @throws TrackingException when they cannot be understood
   */
  public static Order of(List<String> clauses) {
    List<String> by = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (OrderTerm term : PARSER.parse(clauses.isEmpty() ? USUAL : clauses)) {
      String column = column(term.subject().key());
      if (!seen.add(column)) {
        throw Comparators.duplicate(clauses);
      }
      by.add(column + " " + term.direction());
    }
    if (!seen.contains("v.name")) {
      by.add("v.name ASC");
    }
    if (!seen.contains("v.version")) {
      by.add("v.version DESC");
    }
    return Order.by(by);
  }

  private static String column(String attribute) {
    return switch (attribute) {
      case "name" -> "v.name";
      case "version_number" -> "v.version";
      case "creation_timestamp" -> "v.creation_time";
      case "last_updated_timestamp" -> "v.last_updated_time";
      default ->
          throw TrackingException.invalid(
              "Invalid order by key '%s' specified. Valid keys are %s",
              attribute, PythonValues.set(ATTRIBUTES));
    };
  }
}
