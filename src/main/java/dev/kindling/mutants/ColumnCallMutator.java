package dev.kindling.mutants;

import java.util.Map;
import org.pitest.mutationtest.engine.gregor.MethodInfo;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.MutationContext;
import org.pitest.reloc.asm.MethodVisitor;
import org.pitest.reloc.asm.Opcodes;

/**
 * Does to Spark's columns what PIT does to Java's operators: a comparison takes in its border or
 * not, an addition becomes a subtraction. In a lab most comparisons and most arithmetic are calls
 * such as {@code col("price").gt(0)}.
 */
final class ColumnCallMutator implements MethodMutatorFactory {

  private static final String COLUMN = "org/apache/spark/sql/Column";
  private static final String FUNCTIONS = "org/apache/spark/sql/functions";

  private static final Map<String, String> OF_COLUMN =
      Map.ofEntries(
          Map.entry("gt", "geq"),
          Map.entry("geq", "gt"),
          Map.entry("lt", "leq"),
          Map.entry("leq", "lt"),
          Map.entry("equalTo", "notEqual"),
          Map.entry("notEqual", "equalTo"),
          Map.entry("eqNullSafe", "equalTo"),
          Map.entry("plus", "minus"),
          Map.entry("minus", "plus"),
          Map.entry("multiply", "divide"),
          Map.entry("divide", "multiply"),
          Map.entry("mod", "multiply"),
          Map.entry("and", "or"),
          Map.entry("or", "and"),
          Map.entry("isNull", "isNotNull"),
          Map.entry("isNotNull", "isNull"),
          Map.entry("asc", "desc"),
          Map.entry("desc", "asc"));

  private static final Map<String, String> OF_FUNCTIONS =
      Map.of(
          "asc", "desc",
          "desc", "asc",
          "min", "max",
          "max", "min",
          "floor", "ceil",
          "ceil", "floor",
          "isnull", "isnotnull",
          "isnotnull", "isnull");

  private static final Map<String, Map<String, String>> OTHERS =
      Map.of(COLUMN, OF_COLUMN, FUNCTIONS, OF_FUNCTIONS);

  @Override
  public MethodVisitor create(MutationContext context, MethodInfo method, MethodVisitor next) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        String other = OTHERS.getOrDefault(owner, Map.of()).get(name);
        boolean replaced =
            other != null
                && context.shouldMutate(
                    context.registerMutation(
                        ColumnCallMutator.this, "replaced %s with %s".formatted(name, other)));
        super.visitMethodInsn(opcode, owner, replaced ? other : name, descriptor, isInterface);
      }
    };
  }

  @Override
  public String getGloballyUniqueId() {
    return getClass().getName();
  }

  @Override
  public String getName() {
    return "COLUMN_CALLS";
  }
}
