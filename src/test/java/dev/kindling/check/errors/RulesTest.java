package dev.kindling.check.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RulesTest {

  private final List<Rule> rules = Rules.inOrder();

  @Test
  void namesAreInKebabCase() {
    assertThat(rules).hasSizeGreaterThan(35);
    assertThat(rules).allSatisfy(rule -> assertThat(rule.name()).matches("[a-z]+(-[a-z]+)*"));
  }

  @Test
  void eachTemplateIsOneSentence() {
    List<PatternRule> patterns =
        rules.stream().filter(PatternRule.class::isInstance).map(PatternRule.class::cast).toList();

    assertThat(patterns).isNotEmpty();
    assertThat(patterns)
        .allSatisfy(
            rule -> {
              assertThat(rule.said().text())
                  .matches("([\"A-Z{]|[a-z]+\\(\\)).*[^.]\\.")
                  .doesNotContain(". ");
              assertThat(rule.next().text()).matches("[A-Z].*([^.]\\.|\\?)").doesNotContain(". ");
            });
  }

  @Test
  void eachRuleAsksForSomething() {
    assertThat(rules.stream().filter(PatternRule.class::isInstance).map(PatternRule.class::cast))
        .allSatisfy(
            rule ->
                assertThat(
                        rule.condition().isPresent()
                            || rule.type().isPresent()
                            || rule.message().isPresent())
                    .as(rule.name())
                    .isTrue());
  }
}
