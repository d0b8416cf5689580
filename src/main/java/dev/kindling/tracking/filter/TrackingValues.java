package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the values of searches of runs and experiments.
 *
 * @param isNumeric whether an attribute is compared with numbers
 * @param withList the attributes that may be compared with a list
 */
record TrackingValues(Predicate<String> isNumeric, Set<String> withList) {

  Value value(Subject subject, Unit unit) {
    return switch (subject.type()) {
      case METRIC -> metric(unit);
      case PARAMETER, TAG -> {
        if (!Grammar.mayBeText(unit)) {
          throw Grammar.noText(subject.type(), unit);
        }
        yield new Value.Text(Quotes.value(unit.text()));
      }
      case ATTRIBUTE -> attribute(subject.key(), unit);
      case DATASET -> dataset(unit);
    };
  }

  private static Value metric(Unit unit) {
    if (!Grammar.isNumber(unit)) {
      throw TrackingException.invalid(
          "Expected numeric value type for metric. Found %s", unit.text());
    }
    return new Value.Decimal(Double.parseDouble(unit.text()));
  }

  private Value attribute(String key, Unit unit) {
    if (isNumeric.test(key)) {
      if (!Grammar.isNumber(unit)) {
        throw TrackingException.invalid(
            "Expected numeric value type for numeric attribute: %s. Found %s", key, unit.text());
      }
      return Grammar.number(unit);
    }
    if (Grammar.mayBeText(unit)) {
      return new Value.Text(Quotes.value(unit.text()));
    }
    if (unit.is(UnitKind.PARENTHESIS)) {
      if (!withList.contains(key)) {
        throw Grammar.noList(withList);
      }
      return new Value.Texts(ListLiteral.texts(unit.text()));
    }
    throw TrackingException.invalid(
        "Expected a quoted string value for attributes. Got value %s", unit.text());
  }

  private static Value dataset(Unit unit) {
    if (Grammar.mayBeText(unit)) {
      return new Value.Text(Quotes.value(unit.text()));
    }
    if (unit.is(UnitKind.PARENTHESIS)) {
      return new Value.Texts(ListLiteral.texts(unit.text()));
    }
    throw TrackingException.invalid(
        "Expected a quoted string value for dataset attributes. Got value %s", unit.text());
  }
}
