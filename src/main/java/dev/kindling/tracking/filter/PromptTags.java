package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the tags of models or versions. Prompts are models with a tag, and are found only
 * when they are asked for; asking that the tag be something else finds models that lack it.
 */
final class PromptTags {

  private static final String PROMPT = "mlflow.prompt.is_prompt";

  private final Map<String, List<Condition>> byKey = new LinkedHashMap<>();
  private @Nullable Boolean asksForPrompts;

  void add(Clause clause) {
    Comparators.check(clause.comparator(), Comparators.OF_TEXTS, "tag");
    String key = clause.subject().key();
    byKey
        .computeIfAbsent(key, ignored -> new ArrayList<>())
        .add(Comparing.of("x.value", clause.comparator(), clause.value()));
    if (asksForPrompts == null && key.equals(PROMPT)) {
      asksForPrompts = asksForPrompts(clause);
    }
  }

  private static boolean asksForPrompts(Clause clause) {
    String value = clause.value() instanceof Value.Text text ? text.text() : "";
    return switch (clause.comparator()) {
      case "=" -> value.equalsIgnoreCase("true");
      case "!=" -> value.equalsIgnoreCase("false");
      default -> false;
    };
  }

  /**
   * The conditions on the tags.
   *
   * @param table of the tags
   * @param owner the condition that a tag {@code x} belongs to the row
   * @param sameName the condition that a tag {@code x} belongs to a row of the same name
   */
  List<Condition> conditions(String table, String owner, String sameName) {
    List<Condition> conditions = new ArrayList<>();
    if (!Boolean.TRUE.equals(asksForPrompts)) {
      byKey.remove(PROMPT);
      conditions.add(
          Condition.of(
              "NOT EXISTS (SELECT 1 FROM %s x WHERE %s AND x.\"key\" = ? AND x.value = 'true')"
                  .formatted(table, sameName),
              PROMPT));
    }
    byKey.forEach(
        (key, values) ->
            conditions.add(
                Condition.of("x.\"key\" = ?", key)
                    .and(Condition.all(values))
                    .inside("EXISTS (SELECT 1 FROM " + table + " x WHERE " + owner + " AND %s)")));
    return conditions;
  }
}
