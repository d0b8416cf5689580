package dev.kindling.verify;

import dev.kindling.lab.CheckInfo;
import dev.kindling.lab.LabInfo;
import dev.kindling.result.CheckResult;
import dev.kindling.result.LabResult;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which checks judge a mutant, and in which order: the quick ones first, since one that does not
 * pass spares the others.
 */
final class CheckOrder {

  private final LabInfo lab;
  private final Map<String, Long> millis = new HashMap<>();

  /**
   * @param solution what the solution came to
   */
  CheckOrder(LabInfo lab, LabResult solution) {
    this.lab = lab;
    solution.tasks().forEach(task -> task.checks().forEach(this::took));
  }

  /** Learns how long a check takes; the first run of one says little, since all is still cold. */
  void took(CheckResult result) {
    if (result.passed()) {
      millis.merge(result.name(), result.millis(), Math::min);
    }
  }

  List<String> of(Set<Integer> tasks) {
    return lab.checks().stream()
        .filter(check -> tasks.contains(check.task()))
        .map(CheckInfo::name)
        .sorted(Comparator.comparing(millis::get))
        .toList();
  }
}
