package dev.kindling.mutants;

import java.util.Optional;
import org.pitest.mutationtest.engine.MutationDetails;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.LineNumberNode;

/**
 * A line of a source.
 *
 * @param number from 1
 * @param text without the white space around it
 */
record SourceLine(int number, String text) {

  /**
   * The line that an instruction was written on. The compiler gives a line to a call only when its
   * arguments are there, so a number belongs to the line before as far as it knows; it is looked
   * for up to the line of the call. A query has a line for all its text.
   */
  static SourceLine of(
      SourceText source, String file, MutationDetails details, AbstractInsnNode instruction) {
    int number = details.getLineNumber();
    Optional<String> query = SqlTextMutator.line(details.getDescription());
    if (query.isPresent()) {
      return new SourceLine(source.find(file, number, query.get()), query.get());
    }
    Number value = Constants.value(instruction);
    if (value != null) {
      for (int at = number; at <= next(instruction, number); at++) {
        String text = source.line(file, at);
        if (Constants.isNumberIn(value, text) || Constants.truthIn(value, text) != null) {
          return new SourceLine(at, text);
        }
      }
    }
    return new SourceLine(number, source.line(file, number));
  }

  private static int next(AbstractInsnNode instruction, int number) {
    for (AbstractInsnNode at = instruction.getNext(); at != null; at = at.getNext()) {
      if (at instanceof LineNumberNode line) {
        return line.line;
      }
    }
    return number;
  }
}
