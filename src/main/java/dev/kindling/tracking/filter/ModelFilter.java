package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters of registered models, as conditions on a row {@code m} of their table. */
public final class ModelFilter {

  private static final FilterParser PARSER = new FilterParser(RegistryGrammar.ofModels());

  private ModelFilter() {}

  /**
   * The condition that a filter means.
   *
   * @param filter null or empty for every model that is no prompt
   * @throws dev.kindling.tracking.protocol.TrackingException when it cannot be understood
   */
  public static Condition of(@Nullable String filter) {
    List<Condition> conditions = new ArrayList<>();
    PromptTags tags = new PromptTags();
    for (Clause clause : PARSER.parse(filter)) {
      if (clause.subject().is(SubjectType.TAG)) {
        tags.add(clause);
      } else {
        Comparators.check(clause.comparator(), Comparators.OF_NAMES, "attribute");
        conditions.add(Comparing.of("m.name", clause.comparator(), clause.value()));
      }
    }
    conditions.addAll(
        tags.conditions("registered_model_tags", "x.name = m.name", "x.name = m.name"));
    return Condition.all(conditions);
  }
}
