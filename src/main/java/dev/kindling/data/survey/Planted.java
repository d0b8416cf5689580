package dev.kindling.data.survey;

import java.util.Map;
import java.util.Set;

/** Which fault was planted in which column, in the words of profiling tools. */
final class Planted {

  /** By column; a column that is not here has nothing to warn of. */
  static final Map<String, Set<String>> ALERTS =
      Map.ofEntries(
          Map.entry("answer_id", Set.of("UNIQUE")),
          Map.entry("season", Set.of("CONSTANT")),
          Map.entry("sailed_on", Set.of("TYPE_DATE")),
          Map.entry("crew_code", Set.of("CONSTANT_LENGTH")),
          Map.entry("home_town", Set.of("HIGH_CARDINALITY")),
          Map.entry("needs_lift", Set.of("IMBALANCE")),
          Map.entry("spend", Set.of("SKEWED")),
          Map.entry("complaints", Set.of("ZEROS")),
          Map.entry("lost_item", Set.of("MISSING")),
          Map.entry("seat", Set.of("UNIFORM")),
          Map.entry("wait_per_boat", Set.of("INFINITE")),
          Map.entry("remark", Set.of("EMPTY")),
          Map.entry("stops", Set.of("UNSUPPORTED")));

  /** What each column holds. */
  static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("answer_id", "numeric"),
          Map.entry("season", "categorical"),
          Map.entry("sailed_on", "categorical"),
          Map.entry("route", "categorical"),
          Map.entry("cabin", "categorical"),
          Map.entry("crew_code", "categorical"),
          Map.entry("home_town", "categorical"),
          Map.entry("needs_lift", "boolean"),
          Map.entry("age", "numeric"),
          Map.entry("rating", "numeric"),
          Map.entry("distance_km", "numeric"),
          Map.entry("minutes", "numeric"),
          Map.entry("spend", "numeric"),
          Map.entry("complaints", "numeric"),
          Map.entry("lost_item", "categorical"),
          Map.entry("seat", "numeric"),
          Map.entry("wait_per_boat", "numeric"),
          Map.entry("remark", "text"),
          Map.entry("stops", "unsupported"));

  /** Columns that differ between summer and autumn, with what differs. */
  static final Map<String, Set<String>> DRIFT =
      Map.of(
          "age", Set.of("NUMBERS_MOVED", "MEAN_MOVED"),
          "cabin", Set.of("CATEGORY_NEW"),
          "rating", Set.of("MISSING_MOVED"));

  private Planted() {}
}
