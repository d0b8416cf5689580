package dev.kindling.tracking.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The differences we know, and which of them were met: one that is met no more must go. */
final class KnownDifferences {
  static final Path FILE =
      Path.of("src", "test", "resources", "contract", "known-differences.json");

  private final List<KnownDifference> known;
  private final Set<KnownDifference> met = new LinkedHashSet<>();

  KnownDifferences(List<KnownDifference> known) {
    this.known = List.copyOf(known);
  }

  /**
   * Reads the file.
   *
   * @throws IOException if it cannot be read, an entry lacks a part or has one that is unknown
   */
  static KnownDifferences read(Path file) throws IOException {
    return new KnownDifferences(
        new ObjectMapper().readValue(file.toFile(), new TypeReference<List<KnownDifference>>() {}));
  }

  /** Only the entries that are for every call: what MLflow 3.x added. */
  KnownDifferences ofEveryCall() {
    return new KnownDifferences(known.stream().filter(k -> k.call().equals("*")).toList());
  }

  /** The differences that no entry explains. */
  List<Difference> unexplained(List<Difference> differences) {
    List<Difference> left = new ArrayList<>();
    for (Difference difference : differences) {
      List<KnownDifference> reasons = known.stream().filter(k -> k.explains(difference)).toList();
      met.addAll(reasons);
      if (reasons.isEmpty()) {
        left.add(difference);
      }
    }
    return left;
  }

  /** Entries that explained nothing so far. */
  List<KnownDifference> notMet() {
    return known.stream().filter(k -> !met.contains(k)).toList();
  }
}
