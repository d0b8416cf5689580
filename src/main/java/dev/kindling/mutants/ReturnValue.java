package dev.kindling.mutants;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pitest.mutationtest.engine.gregor.mutators.returns.BooleanFalseReturnValsMutator;
import org.pitest.mutationtest.engine.gregor.mutators.returns.BooleanTrueReturnValsMutator;
import org.pitest.mutationtest.engine.gregor.mutators.returns.EmptyObjectReturnValsMutator;
import org.pitest.mutationtest.engine.gregor.mutators.returns.NullReturnValsMutator;
import org.pitest.mutationtest.engine.gregor.mutators.returns.PrimitiveReturnsMutator;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.FrameNode;
import org.pitest.reloc.asm.tree.LdcInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.VarInsnNode;

/** What a method returns where that is plain: {@code return true} cannot be changed to true. */
enum ReturnValue {
  ZERO,
  ONE,
  NULL,
  EMPTY,
  OTHER;

  private static final Map<String, Set<ReturnValue>> MADE =
      Map.of(
          BooleanTrueReturnValsMutator.class.getName(), Set.of(ONE),
          BooleanFalseReturnValsMutator.class.getName(), Set.of(ZERO),
          PrimitiveReturnsMutator.class.getName(), Set.of(ZERO),
          EmptyObjectReturnValsMutator.class.getName(), Set.of(ZERO, EMPTY),
          NullReturnValsMutator.class.getName(), Set.of(NULL));

  /** Whether a kind of change makes nothing but what is there already. */
  static boolean isMadeBy(String kind, AbstractInsnNode instruction) {
    return MADE.getOrDefault(kind, Set.of()).contains(before(instruction));
  }

  private static ReturnValue before(AbstractInsnNode returns) {
    AbstractInsnNode at = straightBefore(returns);
    if (at instanceof VarInsnNode loaded) {
      at = straightBefore(storeOf(loaded));
    }
    if (at instanceof MethodInsnNode box && box.name.equals("valueOf")) {
      at = straightBefore(at);
    }
    if (at == null) {
      return OTHER;
    }
    if (at.getOpcode() == Opcodes.ACONST_NULL) {
      return NULL;
    }
    boolean empty =
        (at instanceof LdcInsnNode loaded && loaded.cst.equals(""))
            || (at instanceof MethodInsnNode call
                && call.owner.startsWith("java/util/")
                && call.desc.startsWith("()")
                && call.name.matches("of|empty|empty(List|Map|Set)"));
    if (empty) {
      return EMPTY;
    }
    Number value = Constants.value(at);
    return value == null
        ? OTHER
        : value.doubleValue() == 0 ? ZERO : value.doubleValue() == 1 ? ONE : OTHER;
  }

  /** Where the value of a variable was put aside, such as while a resource was closed. */
  private static @Nullable AbstractInsnNode storeOf(VarInsnNode loaded) {
    AbstractInsnNode at = straightBefore(loaded);
    while (at != null && !(at instanceof VarInsnNode stored && isStoreOf(stored, loaded))) {
      at = straightBefore(at);
    }
    return at;
  }

  private static boolean isStoreOf(VarInsnNode stored, VarInsnNode loaded) {
    return stored.var == loaded.var
        && stored.getOpcode() >= Opcodes.ISTORE
        && stored.getOpcode() <= Opcodes.ASTORE;
  }

  /** The instruction before, unless another way leads here, too. */
  private static @Nullable AbstractInsnNode straightBefore(@Nullable AbstractInsnNode from) {
    if (from == null) {
      return null;
    }
    AbstractInsnNode found = WrittenCode.previous(from);
    for (AbstractInsnNode at = from; at != found; at = at.getPrevious()) {
      if (at instanceof FrameNode) {
        return null;
      }
    }
    return found;
  }
}
