package dev.kindling.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pitest.classinfo.ClassName;
import org.pitest.mutationtest.engine.Mutater;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.MutationIdentifier;
import org.pitest.mutationtest.engine.gregor.GregorMutater;
import org.pitest.mutationtest.engine.gregor.MethodMutatorFactory;
import org.pitest.mutationtest.engine.gregor.config.Mutator;
import org.pitest.mutationtest.engine.gregor.mutators.NonVoidMethodCallMutator;
import org.pitest.mutationtest.engine.gregor.mutators.experimental.ArgumentPropagationMutator;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/** The kinds of change, and PIT's engine that makes them. */
final class Changes {

  private static final Set<String> OF_PIT =
      Set.of(
          "EXPERIMENTAL_ARGUMENT_PROPAGATION",
          "NON_VOID_METHOD_CALLS",
          "VOID_METHOD_CALLS",
          "INLINE_CONSTS",
          "CONDITIONALS_BOUNDARY",
          "NEGATE_CONDITIONALS",
          "MATH",
          "INCREMENTS",
          "INVERT_NEGS",
          "EMPTY_RETURNS",
          "FALSE_RETURNS",
          "TRUE_RETURNS",
          "NULL_RETURNS",
          "PRIMITIVE_RETURNS");

  private static final String OWN = Changes.class.getPackageName();

  private final Mutater engine;

  Changes(ClassBytes classes) {
    List<MethodMutatorFactory> kinds = new ArrayList<>(Mutator.fromStrings(OF_PIT));
    kinds.add(new FluentCallMutator(classes));
    kinds.add(new ColumnCallMutator());
    kinds.addAll(SqlTextMutator.all());
    this.engine = new GregorMutater(classes, method -> true, kinds);
  }

  /** All changes of a class that could be made, code of the compiler's included. */
  List<MutationDetails> of(String className) {
    return engine.findMutations(ClassName.fromString(className));
  }

  /** The class with one of them. */
  byte[] code(MutationIdentifier change) {
    return engine.getMutation(change).getBytes();
  }

  /**
   * Whether a change tells something about a check. One that changes nothing does not. A result of
   * a call that is an object and is used becomes null, which ends in a NullPointerException that
   * every check notices; and where it is thrown away, all kinds of change come to the same.
   */
  static boolean tell(MutationDetails details, AbstractInsnNode instruction) {
    if (!(instruction instanceof MethodInsnNode call)) {
      return !ReturnValue.isMadeBy(details.getMutator(), instruction);
    }
    if (details.getMutator().equals(NonVoidMethodCallMutator.class.getName())) {
      int sort = Type.getReturnType(call.desc).getSort();
      return isThrownAway(call) || (sort != Type.OBJECT && sort != Type.ARRAY);
    }
    boolean replaces =
        details.getMutator().equals(ArgumentPropagationMutator.class.getName())
            || details.getMutator().startsWith(OWN);
    return !replaces || !isThrownAway(call);
  }

  static boolean isThrownAway(MethodInsnNode call) {
    AbstractInsnNode next = WrittenCode.next(call);
    return next != null && (next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.POP2);
  }
}
