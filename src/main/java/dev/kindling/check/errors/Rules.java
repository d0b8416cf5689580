package dev.kindling.check.errors;

import java.util.List;
import java.util.stream.Stream;

/**
 * All rules, in the order in which they are asked: the first that recognises an error speaks. What
 * Spark names exactly comes first, plain Java later, and the broad rules last.
 */
final class Rules {

  private Rules() {}

  static List<Rule> inOrder() {
    return Stream.of(
            ColumnRules.all(),
            SqlRules.all(),
            ValueRules.all(),
            FileRules.all(),
            DeltaRules.all(),
            TrackingRules.all(),
            FeatureRules.all(),
            ModelRules.all(),
            FunctionRules.all(),
            EncoderRules.all(),
            JavaRules.all(),
            LastRules.all())
        .flatMap(List::stream)
        .toList();
  }
}
