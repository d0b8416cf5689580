package dev.kindling.tracking.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters of runs, as conditions on a row {@code r} of the table of runs. */
public final class RunFilter {

  private static final String RUN_NAME_TAG = "mlflow.runName";
  private static final FilterParser PARSER = new FilterParser(new RunGrammar());

  private RunFilter() {}

  /**
   * The condition that a filter means.
   *
   * @param filter null or empty for every run
   * @throws dev.kindling.tracking.protocol.TrackingException when it cannot be understood
   */
  public static Condition of(@Nullable String filter) {
    return Condition.all(PARSER.parse(filter).stream().map(RunFilter::condition).toList());
  }

  /** The condition that a run belongs to one of some experiments. */
  public static Condition inExperiments(List<Long> ids) {
    return Comparing.in("r.experiment_id", ids);
  }

  private static Condition condition(Clause clause) {
    return switch (clause.subject().type()) {
      case ATTRIBUTE -> attribute(clause);
      case METRIC -> metric(clause);
      case PARAMETER -> {
        Comparators.check(clause.comparator(), Comparators.OF_TAGS, Comparators.OF_TAGS, "'");
        yield keyed("params", clause);
      }
      case TAG -> {
        Comparators.check(clause.comparator(), Comparators.OF_TAGS, Comparators.OF_TAGS, "");
        yield keyed("tags", clause);
      }
      case DATASET -> dataset(clause);
    };
  }

  private static Condition attribute(Clause clause) {
    String key = RunNames.attribute(clause.subject().key());
    if (RunNames.isTime(key)) {
      Comparators.check(clause.comparator(), Comparators.OF_NUMBERS, Comparators.OF_NAMES, "");
    } else {
      Comparators.check(clause.comparator(), Comparators.OF_NAMES, Comparators.OF_NAMES, "'");
    }
    if (key.equals("run_name")) {
      // Very old runs have their name only there.
      Subject tag = new Subject(SubjectType.TAG, RUN_NAME_TAG);
      return keyed("tags", new Clause(tag, clause.comparator(), clause.value()));
    }
    return Comparing.of(RunOrder.column(key), clause.comparator(), clause.value());
  }

  private static Condition keyed(String table, Clause clause) {
    Condition key = Condition.of("x.\"key\" = ?", clause.subject().key());
    return switch (clause.comparator()) {
      case "IS NULL" -> exists(table, key, "NOT EXISTS");
      case "IS NOT NULL" -> exists(table, key, "EXISTS");
      default ->
          exists(
              table,
              key.and(Comparing.of("x.value", clause.comparator(), clause.value())),
              "EXISTS");
    };
  }

  private static Condition metric(Clause clause) {
    Comparators.check(clause.comparator(), Comparators.OF_NUMBERS, Comparators.OF_NUMBERS, "");
    Condition value = Comparing.of("x.value", clause.comparator(), clause.value());
    // A NaN is stored as 0 with a mark: it differs from every number and is in no other relation.
    String orNan = clause.comparator().equals("!=") ? "(%s OR x.is_nan)" : "%s AND NOT x.is_nan";
    Condition key = Condition.of("x.\"key\" = ?", clause.subject().key());
    return exists("latest_metrics", key.and(value.inside(orNan)), "EXISTS");
  }

  private static Condition exists(String table, Condition condition, String exists) {
    return condition.inside(
        exists + " (SELECT 1 FROM " + table + " x WHERE x.run_uuid = r.run_uuid AND %s)");
  }

  private static Condition dataset(Clause clause) {
    Comparators.check(clause.comparator(), Comparators.OF_NAMES, Comparators.OF_NAMES, "");
    String key = clause.subject().key();
    if (key.equals("context")) {
      return Comparing.of("t.value", clause.comparator(), clause.value())
          .inside(
              """
              EXISTS (SELECT 1 FROM inputs i
                JOIN datasets d ON d.dataset_uuid = i.source_id
                JOIN input_tags t ON t.input_uuid = i.input_uuid AND t.name = 'mlflow.data.context'
                WHERE i.destination_type = 'RUN' AND i.destination_id = r.run_uuid
                AND i.source_type = 'DATASET' AND %s)""");
    }
    String column = key.equals("name") ? "d.name" : "d.digest";
    return Comparing.of(column, clause.comparator(), clause.value())
        .inside(
            """
            EXISTS (SELECT 1 FROM inputs i
              JOIN datasets d ON d.dataset_uuid = i.source_id
              WHERE i.destination_type = 'RUN' AND i.destination_id = r.run_uuid
              AND i.source_type = 'DATASET' AND %s)""");
  }
}
