package dev.kindling.mutants;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.FrameNode;
import org.pitest.reloc.asm.tree.JumpInsnNode;
import org.pitest.reloc.asm.tree.LabelNode;
import org.pitest.reloc.asm.tree.LineNumberNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.MethodNode;
import org.pitest.reloc.asm.tree.TryCatchBlockNode;

/**
 * Tells what an author wrote from what the compiler adds: the size of the array behind a variable
 * number of arguments, a box around a number, the closing of a resource, the copy of a {@code
 * finally} for the case of an error. Changes of the latter say nothing about a check.
 */
final class WrittenCode {

  private WrittenCode() {}

  /**
   * @param method the method
   * @param instruction an instruction of it that could be changed
   * @param text the line of the source that it belongs to
   */
  static boolean has(MethodNode method, AbstractInsnNode instruction, String text) {
    if (text.isEmpty() || isCopyForErrors(method, instruction)) {
      return false;
    }
    if (instruction instanceof MethodInsnNode call) {
      return Pattern.compile("\\b" + Pattern.quote(call.name) + "\\(").matcher(text).find();
    }
    if (instruction instanceof JumpInsnNode) {
      return !text.startsWith("try (");
    }
    if (instruction.getOpcode() == Opcodes.ARETURN) {
      return !isArrayConstructor(method);
    }
    if (isNewArray(next(instruction))) {
      return text.contains("[%s]".formatted(Constants.value(instruction)));
    }
    return !isIndexOfArray(instruction)
        && (text.contains("?") || !isOutcomeOfComparison(instruction));
  }

  /** Code between the start of a handler of everything and the place where it throws on. */
  private static boolean isCopyForErrors(MethodNode method, AbstractInsnNode instruction) {
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.type == null) {
        for (AbstractInsnNode at = block.handler;
            at != null && at.getOpcode() != Opcodes.ATHROW;
            at = at.getNext()) {
          if (at == instruction) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** {@code Column[]::new} is compiled to a method that makes an array and nothing else. */
  private static boolean isArrayConstructor(MethodNode method) {
    AbstractInsnNode end = method.instructions.getLast();
    while (end != null && end.getOpcode() != Opcodes.ARETURN) {
      end = end.getPrevious();
    }
    AbstractInsnNode made = previous(end);
    AbstractInsnNode size = previous(made);
    return method.name.startsWith("lambda$")
        && isNewArray(made)
        && size != null
        && size.getOpcode() == Opcodes.ILOAD
        && previous(size) == null;
  }

  /** The index at which a value of {@code new Column[] {a, b}} is put. */
  private static boolean isIndexOfArray(AbstractInsnNode constant) {
    AbstractInsnNode copy = previous(constant);
    if (copy == null || copy.getOpcode() != Opcodes.DUP) {
      return false;
    }
    AbstractInsnNode before = previous(copy);
    return isNewArray(before)
        || (before != null
            && before.getOpcode() >= Opcodes.IASTORE
            && before.getOpcode() <= Opcodes.SASTORE);
  }

  private static boolean isNewArray(@Nullable AbstractInsnNode instruction) {
    return instruction != null
        && (instruction.getOpcode() == Opcodes.ANEWARRAY
            || instruction.getOpcode() == Opcodes.NEWARRAY);
  }

  /** {@code a > b} as a value: a jump, then 1 or 0. */
  private static boolean isOutcomeOfComparison(AbstractInsnNode constant) {
    if (constant.getOpcode() == Opcodes.ICONST_1) {
      AbstractInsnNode jump = next(constant);
      AbstractInsnNode other = next(jump);
      return jump != null
          && jump.getOpcode() == Opcodes.GOTO
          && other != null
          && other.getOpcode() == Opcodes.ICONST_0;
    }
    if (constant.getOpcode() == Opcodes.ICONST_0) {
      AbstractInsnNode jump = previous(constant);
      AbstractInsnNode other = previous(jump);
      return jump != null
          && jump.getOpcode() == Opcodes.GOTO
          && other != null
          && other.getOpcode() == Opcodes.ICONST_1;
    }
    return false;
  }

  /** The next real instruction, or null. */
  static @Nullable AbstractInsnNode next(@Nullable AbstractInsnNode from) {
    AbstractInsnNode at = from == null ? null : from.getNext();
    while (at != null && isMark(at)) {
      at = at.getNext();
    }
    return at;
  }

  static @Nullable AbstractInsnNode previous(@Nullable AbstractInsnNode from) {
    AbstractInsnNode at = from == null ? null : from.getPrevious();
    while (at != null && isMark(at)) {
      at = at.getPrevious();
    }
    return at;
  }

  private static boolean isMark(AbstractInsnNode instruction) {
    return instruction instanceof LabelNode
        || instruction instanceof LineNumberNode
        || instruction instanceof FrameNode;
  }
}
