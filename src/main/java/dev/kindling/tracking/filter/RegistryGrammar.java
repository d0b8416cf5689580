package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Locale;
import java.util.Set;

/** Filters of registered models, and of their versions. */
final class RegistryGrammar implements Grammar {

  private static final Set<String> NUMBERS_OF_VERSIONS =
      Set.of("version_number", "creation_timestamp", "last_updated_timestamp");

  private final Set<String> attributes;
  private final Set<String> numbers;
  private final Set<String> withList;

  private RegistryGrammar(Set<String> attributes, Set<String> numbers, Set<String> withList) {
    this.attributes = attributes;
    this.numbers = numbers;
    this.withList = withList;
  }

  static RegistryGrammar ofModels() {
    return new RegistryGrammar(Set.of("name"), Set.of(), Set.of("name"));
  }

  static RegistryGrammar ofVersions() {
    return new RegistryGrammar(
        Set.of("name", "version_number", "run_id", "source_path"),
        NUMBERS_OF_VERSIONS,
        Set.of("name", "run_id"));
  }

  @Override
  public Subject subject(String identifier) {
    return TagOrAttribute.bare(identifier, attributes);
  }

  @Override
  public Value value(Subject subject, Unit unit) {
    if (Grammar.mayBeText(unit)) {
      return new Value.Text(Quotes.value(unit.text()));
    }
    if (subject.is(SubjectType.TAG)) {
      throw Grammar.noText(SubjectType.TAG, unit);
    }
    if (unit.is(UnitKind.PARENTHESIS)) {
      if (!withList.contains(subject.key())) {
        throw Grammar.noList(withList);
      }
      return new Value.Texts(ListLiteral.texts(unit.text()));
    }
    if (Grammar.isNumber(unit) && !numbers.isEmpty()) {
      if (!numbers.contains(subject.key())) {
        throw TrackingException.invalid(
            "Only the '%s' attributes support comparison with numeric values.",
            PythonValues.set(numbers));
      }
      return Grammar.number(unit);
    }
    throw TrackingException.invalid(
        "Expected a quoted string value or a list of quoted string values for attributes. Got value %s",
        unit.text());
  }

  /** MLflow itself fails here; this says why. */
  @Override
  public void checkNullTest(Subject subject) {
    throw TrackingException.invalid(
        "IS NULL / IS NOT NULL is not supported in the model registry, here for '%s' '%s'",
        subject.type(), subject.key());
  }

  @Override
  public String comparator(String written) {
    return written.toUpperCase(Locale.ROOT);
  }

  @Override
  public String told(String piece) {
    return piece;
  }
}
