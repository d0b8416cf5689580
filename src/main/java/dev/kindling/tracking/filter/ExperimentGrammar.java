package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Set;

/** Filters of experiments. */
final class ExperimentGrammar implements Grammar {

  static final Set<String> ATTRIBUTES =
      Set.of("name", "experiment_id", "creation_time", "last_update_time");

  private static final TrackingValues VALUES =
      new TrackingValues(ExperimentGrammar::isTime, Set.of("experiment_id"));

  static boolean isTime(String key) {
    return key.endsWith("_time");
  }

  @Override
  public Subject subject(String identifier) {
    return TagOrAttribute.maybeQuoted(identifier, ATTRIBUTES);
  }

  @Override
  public Value value(Subject subject, Unit unit) {
    return VALUES.value(subject, unit);
  }

  @Override
  public void checkNullTest(Subject subject) {
    if (!subject.is(SubjectType.TAG)) {
      throw TrackingException.invalid(
          "IS NULL / IS NOT NULL is only supported for tags, not for attribute '%s'",
          subject.key());
    }
  }

  /** As it was written: MLflow knows LIKE of experiments only in capitals. */
  @Override
  public String comparator(String written) {
    return written;
  }

  @Override
  public String told(String piece) {
    return piece;
  }
}
