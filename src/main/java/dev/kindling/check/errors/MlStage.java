package dev.kindling.check.errors;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds which stage of Spark ML was at work: many of them fail with the same words. */
final class MlStage {

  private static final Pattern CLASS =
      Pattern.compile(
          "org\\.apache\\.spark\\.ml\\.(?:feature|classification|regression|clustering|recommendation"
              + "|evaluation|tuning|stat|fpm)\\.([A-Z]\\w*?)(?:Model)?(?:\\$.*)?");

  /** Parts that several stages share, which a learner never wrote. */
  private static final Pattern SHARED = Pattern.compile(".*(?:Base|Params|Common|Impl|Util|Utils)");

  private static final Set<String> ABSTRACT =
      Set.of("Classifier", "ProbabilisticClassifier", "Regressor", "Evaluator", "Summarizer");

  private MlStage() {}

  static Optional<String> in(List<StackTraceElement> frames) {
    for (StackTraceElement frame : frames) {
      Matcher stage = CLASS.matcher(frame.getClassName());
      if (stage.matches()
          && !SHARED.matcher(stage.group(1)).matches()
          && !ABSTRACT.contains(stage.group(1))) {
        return Optional.of(stage.group(1));
      }
    }
    return Optional.empty();
  }
}
