package dev.kindling.mutants;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.IntInsnNode;
import org.pitest.reloc.asm.tree.LdcInsnNode;

/** Numbers in byte code, and where the source has them. */
final class Constants {

  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w\"])(\\d[\\d_]*\\.?\\d*(?:[eE][-+]?\\d+)?)[lLdDfF]?\\b");

  private Constants() {}

  /** The number that an instruction puts on the stack, or null when it puts none. */
  static @Nullable Number value(AbstractInsnNode instruction) {
    int code = instruction.getOpcode();
    if (code >= Opcodes.ICONST_M1 && code <= Opcodes.ICONST_5) {
      return code - Opcodes.ICONST_0;
    }
    if (code >= Opcodes.LCONST_0 && code <= Opcodes.LCONST_1) {
      return (long) code - Opcodes.LCONST_0;
    }
    if (code >= Opcodes.FCONST_0 && code <= Opcodes.FCONST_2) {
      return (float) code - Opcodes.FCONST_0;
    }
    if (code >= Opcodes.DCONST_0 && code <= Opcodes.DCONST_1) {
      return (double) code - Opcodes.DCONST_0;
    }
    if (code == Opcodes.BIPUSH || code == Opcodes.SIPUSH) {
      return ((IntInsnNode) instruction).operand;
    }
    return instruction instanceof LdcInsnNode loaded && loaded.cst instanceof Number number
        ? number
        : null;
  }

  /** Whether a line of Java has the number in it, as a number. */
  static boolean isNumberIn(Number value, String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(found -> found.replaceAll("_|[lLdDfF]$", ""))
        .anyMatch(found -> Double.parseDouble(found) == Math.abs(value.doubleValue()));
  }

  /** The word for a number that stands for a truth value in a line of Java, or null. */
  static @Nullable String truthIn(Number value, String text) {
    if (!(value instanceof Integer) || isNumberIn(value, text)) {
      return null;
    }
    String word = value.intValue() == 0 ? "false" : value.intValue() == 1 ? "true" : null;
    return word != null && Pattern.compile("\\b%s\\b".formatted(word)).matcher(text).find()
        ? word
        : null;
  }
}
