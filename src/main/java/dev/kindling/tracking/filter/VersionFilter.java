package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters of versions of models, as conditions on a row {@code v} of their table. */
public final class VersionFilter {

  private static final FilterParser PARSER = new FilterParser(RegistryGrammar.ofVersions());

  private VersionFilter() {}

  /**
   * The condition that a filter means; versions that were deleted never fulfil it.
   *
   * @param filter null or empty for every version of a model that is no prompt
   * @throws TrackingException when it cannot be understood
   */
  public static Condition of(@Nullable String filter) {
    List<Condition> conditions = new ArrayList<>();
    PromptTags tags = new PromptTags();
    for (Clause clause : PARSER.parse(filter)) {
      if (clause.subject().is(SubjectType.TAG)) {
        tags.add(clause);
      } else if (clause.subject().key().equals("version_number")) {
        conditions.add(number(clause));
      } else {
        Comparators.check(clause.comparator(), Comparators.OF_NAMES, "attribute");
        String column = column(clause.subject().key());
        conditions.add(Comparing.of(column, clause.comparator(), clause.value()));
      }
    }
    conditions.add(Condition.of("v.current_stage != 'Deleted_Internal'"));
    conditions.addAll(
        tags.conditions(
            "model_version_tags", "x.name = v.name AND x.version = v.version", "x.name = v.name"));
    return Condition.all(conditions);
  }

  private static String column(String attribute) {
    return switch (attribute) {
      case "name" -> "v.name";
      case "run_id" -> "v.run_id";
      case "source_path" -> "v.source";
      default -> throw new IllegalArgumentException("'%s' is no attribute.".formatted(attribute));
    };
  }

  private static Condition number(Clause clause) {
    Comparators.check(clause.comparator(), Comparators.OF_NUMBERS, "attribute version_number");
    return Comparing.of("v.version", clause.comparator(), whole(clause.value()));
  }

  private static Value whole(Value value) {
    if (value instanceof Value.Text text) {
      try {
        return new Value.Whole(PythonInteger.parse(text.text()));
      } catch (NumberFormatException noNumber) {
        throw noNumber(PythonText.quoted(text.text()));
      }
    }
    if (value instanceof Value.Decimal decimal) {
      throw noNumber(Double.toString(decimal.number()));
    }
    return value;
  }

  private static TrackingException noNumber(String told) {
    return TrackingException.invalid(
        "Invalid value for numeric attribute 'version_number': %s", told);
  }
}
