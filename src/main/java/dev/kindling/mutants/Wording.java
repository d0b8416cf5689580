package dev.kindling.mutants;

import java.util.Locale;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.mutationtest.engine.gregor.mutators.NonVoidMethodCallMutator;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;

/** Says what a change is, without the names of packages and without numbers that shift. */
final class Wording {

  private Wording() {}

  static String of(MutationDetails details, AbstractInsnNode instruction, String text) {
    if (details.getMutator().equals(NonVoidMethodCallMutator.class.getName())
        && instruction instanceof MethodInsnNode call
        && !Changes.isThrownAway(call)) {
      return "replaced result of %s with %s".formatted(call.name, nothing(call.desc));
    }
    Number value = Constants.value(instruction);
    String truth = value == null ? null : Constants.truthIn(value, text);
    if (truth != null) {
      return "replaced %s with %s".formatted(truth, truth.equals("false"));
    }
    String said =
        SqlTextMutator.words(details.getDescription())
            .replaceAll("(?:[\\w$]+/)*[\\w$]+::", "")
            .replaceFirst(" for \\S+$", "");
    return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
  }

  private static String nothing(String descriptor) {
    return switch (Type.getReturnType(descriptor).getSort()) {
      case Type.BOOLEAN -> "false";
      case Type.OBJECT, Type.ARRAY -> "null";
      default -> "0";
    };
  }
}
