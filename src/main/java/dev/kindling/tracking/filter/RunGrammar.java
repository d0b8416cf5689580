package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Locale;
import java.util.Set;

/** Filters of runs. */
final class RunGrammar implements Grammar {

  private static final TrackingValues VALUES =
      new TrackingValues(RunNames::isTime, Set.of("run_id"));

  @Override
  public Subject subject(String identifier) {
    return RunNames.searched(identifier);
  }

  @Override
  public Value value(Subject subject, Unit unit) {
    return VALUES.value(subject, unit);
  }

  @Override
  public void checkNullTest(Subject subject) {
    if (!subject.is(SubjectType.TAG) && !subject.is(SubjectType.PARAMETER)) {
      throw TrackingException.invalid(
          "IS NULL / IS NOT NULL is only supported for tags and params, not for '%s' '%s'",
          subject.type(), subject.key());
    }
  }

  @Override
  public String comparator(String written) {
    return written.toUpperCase(Locale.ROOT);
  }

  @Override
  public String told(String piece) {
    return "'" + piece + "'";
  }
}
