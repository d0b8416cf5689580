package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Set;

/** What the names in a search of experiments, models or versions stand for. */
final class TagOrAttribute {

  private TagOrAttribute() {}

  /** Reads an identifier whose attribute may be quoted. */
  static Subject maybeQuoted(String identifier, Set<String> attributes) {
    return subject(identifier, attributes, true);
  }

  /** Reads an identifier whose attribute must not be quoted. */
  static Subject bare(String identifier, Set<String> attributes) {
    return subject(identifier, attributes, false);
  }

  private static Subject subject(String identifier, Set<String> attributes, boolean maybeQuoted) {
    int dot = identifier.indexOf('.');
    SubjectType type = dot < 0 ? SubjectType.ATTRIBUTE : type(identifier.substring(0, dot));
    String written = identifier.substring(dot + 1);
    String key = Quotes.key(written);
    String checked = maybeQuoted ? key : written;
    if (type == SubjectType.ATTRIBUTE && !attributes.contains(checked)) {
      throw Grammar.unknownKey(checked, attributes);
    }
    return new Subject(type, key);
  }

  private static SubjectType type(String word) {
    return switch (word) {
      case "attribute" -> SubjectType.ATTRIBUTE;
      case "tag", "tags" -> SubjectType.TAG;
      default ->
          throw TrackingException.invalid(
              "Invalid entity type '%s'. Valid entity types are ('attribute', 'tag', 'tags')",
              word);
    };
  }
}
