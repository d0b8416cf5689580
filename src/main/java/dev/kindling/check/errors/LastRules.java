package dev.kindling.check.errors;

import static dev.kindling.check.errors.RuleBuilder.rule;

import java.util.List;

/** Broad rules, which speak when nothing more exact is known. */
final class LastRules {

  private LastRules() {}

  static List<Rule> all() {
    return List.of(
        rule("function-error")
            .condition("FAILED_EXECUTE_UDF")
            .insideFunction()
            .message(
                "failed due to: (?:[\\w.]*[.$])?(?<type>\\w+): (?<reason>[^\\n]+?)\\.* SQLSTATE")
            .said("Your function threw {type} in at least one row: \"{reason}\".")
            .next("Look at what it does there, and decide what it should return for such a row."),
        rule("function-error")
            .condition("FAILED_EXECUTE_UDF")
            .insideFunction()
            .message("failed due to: (?:[\\w.]*[.$])?(?<type>\\w+)\\. SQLSTATE")
            .said("Your function threw {type} in at least one row.")
            .next("Look at what it does there, and decide what it should return for such a row."));
  }
}
