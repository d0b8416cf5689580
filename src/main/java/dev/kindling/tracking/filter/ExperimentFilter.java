package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters of experiments, as conditions on a row {@code e} of the table of experiments. */
public final class ExperimentFilter {

  private static final Set<String> OF_IDS = Set.of("=", "!=", "IN", "NOT IN");
  private static final FilterParser PARSER = new FilterParser(new ExperimentGrammar());

  private ExperimentFilter() {}

  /**
   * The condition that a filter means.
   *
   * @param filter null or empty for every experiment
   * @throws TrackingException when it cannot be understood
   */
  public static Condition of(@Nullable String filter) {
    return Condition.all(PARSER.parse(filter).stream().map(ExperimentFilter::condition).toList());
  }

  private static Condition condition(Clause clause) {
    if (clause.subject().is(SubjectType.TAG)) {
      return tag(clause);
    }
    String key = clause.subject().key();
    if (key.equals("experiment_id")) {
      return id(clause);
    }
    if (ExperimentGrammar.isTime(key)) {
      Comparators.check(clause.comparator(), Comparators.OF_NUMBERS, Comparators.OF_NAMES, "");
      if (clause.value() instanceof Value.Decimal decimal) {
        throw TrackingException.invalid(
            "Invalid value for numeric attribute '%s': '%s'", key, decimal.number());
      }
      String column = key.equals("creation_time") ? "e.creation_time" : "e.last_update_time";
      return Comparing.of(column, clause.comparator(), clause.value());
    }
    Comparators.check(clause.comparator(), Comparators.OF_NAMES, Comparators.OF_NAMES, "'");
    return Comparing.of("e.name", clause.comparator(), clause.value());
  }

  private static Condition id(Clause clause) {
    Comparators.check(clause.comparator(), OF_IDS, "experiment_id");
    boolean isList = clause.comparator().endsWith("IN");
    if (clause.value() instanceof Value.Texts texts && isList) {
      Condition in = Comparing.in("e.experiment_id", ExperimentIds.parse(texts.texts()));
      return clause.comparator().equals("IN") ? in : in.inside("NOT (%s)");
    }
    if (clause.value() instanceof Value.Text text && !isList) {
      return Condition.of(
          "e.experiment_id " + clause.comparator() + " ?", ExperimentIds.parse(text.text()));
    }
    throw TrackingException.invalid(
        "Invalid comparator for experiment_id: %s", clause.comparator());
  }

  private static Condition tag(Clause clause) {
    Comparators.check(clause.comparator(), Comparators.OF_TAGS, "tag");
    Condition key = Condition.of("x.\"key\" = ?", clause.subject().key());
    String exists =
        "EXISTS (SELECT 1 FROM experiment_tags x WHERE x.experiment_id = e.experiment_id AND %s)";
    return switch (clause.comparator()) {
      case "IS NULL" -> key.inside("NOT " + exists);
      case "IS NOT NULL" -> key.inside(exists);
      default ->
          key.and(Comparing.of("x.value", clause.comparator(), clause.value())).inside(exists);
    };
  }
}
