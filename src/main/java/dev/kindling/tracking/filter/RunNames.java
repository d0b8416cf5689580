package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the names in a search of runs stand for. */
final class RunNames {

  private static final Map<String, SubjectType> TYPES =
      Map.ofEntries(
          Map.entry("metric", SubjectType.METRIC),
          Map.entry("metrics", SubjectType.METRIC),
          Map.entry("param", SubjectType.PARAMETER),
          Map.entry("params", SubjectType.PARAMETER),
          Map.entry("parameter", SubjectType.PARAMETER),
          Map.entry("parameters", SubjectType.PARAMETER),
          Map.entry("tag", SubjectType.TAG),
          Map.entry("tags", SubjectType.TAG),
          Map.entry("attr", SubjectType.ATTRIBUTE),
          Map.entry("attribute", SubjectType.ATTRIBUTE),
          Map.entry("attributes", SubjectType.ATTRIBUTE),
          Map.entry("run", SubjectType.ATTRIBUTE),
          Map.entry("dataset", SubjectType.DATASET),
          Map.entry("datasets", SubjectType.DATASET));

  private static final List<String> TYPE_WORDS =
      List.of("metric", "parameter", "tag", "attribute", "dataset");

  private static final Set<String> DATASET_KEYS = Set.of("name", "digest", "context");

  private static final Map<String, String> OTHER_TIMES =
      Map.of("created", "start_time", "Created", "start_time");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("run name", "run_name", "Run name", "run_name", "Run Name", "run_name");

  private static final Set<String> ATTRIBUTES =
      Set.of("artifact_uri", "end_time", "run_id", "run_name", "start_time", "status", "user_id");

  private static final Set<String> ORDERED = union(ATTRIBUTES, OTHER_TIMES.keySet());
  private static final Set<String> SEARCHED = union(ORDERED, OTHER_NAMES.keySet());

  private RunNames() {}

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** What an identifier of a filter stands for. */
  static Subject searched(String identifier) {
    return subject(identifier, SEARCHED);
  }

  /** What an identifier of an order stands for. */
  static Subject ordered(String identifier) {
    return subject(identifier, ORDERED);
  }

  /** The attribute that a key means: some have several names. */
  static String attribute(String key) {
    return OTHER_TIMES.getOrDefault(key, OTHER_NAMES.getOrDefault(key, key));
  }

  /** Whether a key means a time. */
  static boolean isTime(String key) {
    return attribute(key).endsWith("_time");
  }

  private static Subject subject(String identifier, Set<String> attributes) {
    int dot = identifier.indexOf('.');
    SubjectType type = dot < 0 ? SubjectType.ATTRIBUTE : type(identifier.substring(0, dot));
    String key = Quotes.key(identifier.substring(dot + 1));
    if (type == SubjectType.ATTRIBUTE && !attributes.contains(key)) {
      throw Grammar.unknownKey(key, attributes);
    }
    if (type == SubjectType.DATASET && !DATASET_KEYS.contains(key)) {
      throw TrackingException.invalid(
          "Invalid dataset key '%s' specified. Valid keys are '%s'",
          key, PythonValues.set(DATASET_KEYS));
    }
    return new Subject(type, key);
  }

  private static SubjectType type(String word) {
    String bare = Quotes.withoutBackticks(word);
    SubjectType type = TYPES.get(bare);
    if (type == null) {
      throw TrackingException.invalid(
          "Invalid entity type '%s'. Valid values are %s", bare, PythonValues.list(TYPE_WORDS));
    }
    return type;
  }
}
