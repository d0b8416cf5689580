package dev.kindling.mutants;

import java.util.Set;
import org.pitest.mutationtest.engine.gregor.MethodInfo;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.MutationContext;
import org.pitest.reloc.asm.MethodVisitor;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;

/**
 * Leaves a fluent call out: {@code regression.setLabelCol("price")} becomes {@code regression}.
 * PIT's own mutator of this kind wants the very type of the receiver back; much of Spark ML
 * declares a supertype ({@code Predictor} of a {@code LinearRegression}), which will do as well.
 */
final class FluentCallMutator implements MethodMutatorFactory {

  private static final String FRAME = "org/apache/spark/sql/Dataset";

  /** {@code frame.na()} is no frame any more; the call after it makes one again. */
  private static final String GAPS = "org/apache/spark/sql/DataFrameNaFunctions";

  private final ClassBytes classes;

  FluentCallMutator(ClassBytes classes) {
    this.classes = classes;
  }

  @Override
  public MethodVisitor create(MutationContext context, MethodInfo method, MethodVisitor next) {
    return new Visitor(context, next);
  }

  @Override
  public String getGloballyUniqueId() {
    return getClass().getName();
  }

  @Override
  public String getName() {
    return "FLUENT_CALLS";
  }

  private boolean isFluent(int opcode, String owner, String returned) {
    return (opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE)
        && !Set.of("java/lang/Object", "java/lang/Comparable").contains(returned)
        && classes.isA(owner, returned);
  }

  private final class Visitor extends MethodVisitor {

    private final MutationContext context;

    Visitor(MutationContext context, MethodVisitor next) {
      super(Opcodes.ASM9, next);
      this.context = context;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Type returned = Type.getReturnType(descriptor);
      boolean gaps = owner.equals(GAPS) && returned.equals(Type.getObjectType(FRAME));
      boolean fluent =
          returned.getSort() == Type.OBJECT && isFluent(opcode, owner, returned.getInternalName());
      if ((gaps || fluent)
          && context.shouldMutate(
              context.registerMutation(
                  FluentCallMutator.this, "removed call to " + owner + "::" + name))) {
        pop(descriptor);
        if (gaps) {
          fillNothing();
        }
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private void pop(String descriptor) {
      Type[] arguments = Type.getArgumentTypes(descriptor);
      for (int i = arguments.length - 1; i >= 0; i--) {
        super.visitInsn(arguments[i].getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
      }
    }

    /** To fill no column at all gives the frame as it was. */
    private void fillNothing() {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, "java/util/Map", "of", "()Ljava/util/Map;", true);
      super.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL, GAPS, "fill", "(Ljava/util/Map;)L" + FRAME + ";", false);
    }
  }
}
