package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.math.BigInteger;
import java.util.Collection;

/** What a kind of search understands; each method throws what MLflow would say. */
interface Grammar {

  /** What an identifier of a filter stands for. */
  Subject subject(String identifier);

  /** The value that a subject is compared with. */
  Value value(Subject subject, Unit unit);

  /** Refuses the test for NULL of a subject that has none. */
  void checkNullTest(Subject subject);

  /** How a comparator that was written is kept: as it is, or in capitals. */
  String comparator(String written);

  /** How a piece that does not belong into a filter is told. */
  String told(String piece);

  /** The error for an attribute that there is not. */
  static TrackingException unknownKey(String key, Collection<String> known) {
    return TrackingException.invalid(
        "Invalid attribute key '%s' specified. Valid keys are '%s'", key, PythonValues.set(known));
  }

  /** The error for a list where only some attributes take one. */
  static TrackingException noList(Collection<String> withList) {
    return TrackingException.invalid(
        "Only %s attributes support comparison with a list of quoted string values.",
        PythonValues.list(withList.stream().sorted().toList()));
  }

  /** The error for a value of a tag or a parameter that is not quoted. */
  static TrackingException noText(SubjectType type, Unit unit) {
    return TrackingException.invalid(
        "Expected a quoted string value for %s (e.g. 'my-value'). Got value %s", type, unit.text());
  }

  /** Whether a unit is a text, or a name that may turn out to be one in double quotes. */
  static boolean mayBeText(Unit unit) {
    return unit.is(UnitKind.TEXT) || unit.is(UnitKind.IDENTIFIER);
  }

  static boolean isNumber(Unit unit) {
    return unit.is(UnitKind.INTEGER) || unit.is(UnitKind.DECIMAL);
  }

  /** The number that a unit is. */
  static Value number(Unit unit) {
    return unit.is(UnitKind.INTEGER)
        ? new Value.Whole(new BigInteger(unit.text()))
        : new Value.Decimal(Double.parseDouble(unit.text()));
  }
}
