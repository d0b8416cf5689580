package dev.kindling.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pitest.mutationtest.engine.gregor.MethodInfo;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.MutationContext;
import org.pitest.reloc.asm.MethodVisitor;
import org.pitest.reloc.asm.Opcodes;

/**
 * Changes one place of a query that stands in the code as a text. PIT tells changes of one
 * instruction apart by their kind alone, so each place is a kind.
 *
 * @param rule what is changed
 * @param number which of the places that the rule fits, from 0
 */
record SqlTextMutator(SqlRule rule, int number) implements MethodMutatorFactory {

  /** As many places of a rule in one query are changed, each by itself. */
  private static final int PLACES = 8;

  /** Parts the words for a change from the line of the query, in what PIT takes for one text. */
  private static final String PART = "\n";

  static List<MethodMutatorFactory> all() {
    List<MethodMutatorFactory> all = new ArrayList<>();
    for (SqlRule rule : SqlRule.values()) {
      for (int number = 0; number < PLACES; number++) {
        all.add(new SqlTextMutator(rule, number));
      }
    }
    return all;
  }

  /** The line of the query that a change is in, if it is one of a query. */
  static Optional<String> line(String description) {
    int part = description.indexOf(PART);
    return part < 0 ? Optional.empty() : Optional.of(description.substring(part + PART.length()));
  }

  /** A description without that line. */
  static String words(String description) {
    return description.split(PART, 2)[0];
  }

  @Override
  public MethodVisitor create(MutationContext context, MethodInfo method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitLdcInsn(Object constant) {
        Object loaded = constant;
        if (constant instanceof String text && SqlRule.isQuery(text)) {
          loaded =
              rule.place(text, number)
                  .filter(
                      place ->
                          context.shouldMutate(
                              context.registerMutation(SqlTextMutator.this, description(place))))
                  .map(place -> (Object) place.text())
                  .orElse(constant);
        }
        super.visitLdcInsn(loaded);
      }
    };
  }

  private static String description(SqlRule.Place place) {
    String words =
        place.is().isBlank()
            ? "removed %s".formatted(place.was())
            : "replaced %s with %s".formatted(name(place.was()), name(place.is()));
    return words + PART + place.line();
  }

  /** {@code min(} is the function {@code min}. */
  private static String name(String text) {
    return text.endsWith("(") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public String getGloballyUniqueId() {
    return getClass().getName() + "." + getName();
  }

  @Override
  public String getName() {
    return "SQL_" + rule + "_" + number;
  }
}
