package dev.kindling.mutants;

import java.util.Set;

/**
 * A solution with one small change.
 *
 * @param className the binary name of the class that is changed
 * @param code that class, changed
 * @param method the method of the source that is changed; a lambda is part of the method it stands
 *     in
 * @param file the simple name of the source
 * @param line the line of the source, from 1
 * @param text that line, without the white space around it
 * @param change what is changed, in words, such as {@code removed call to setStrategy}
 * @param tasks the numbers of the tasks whose methods reach the change; never empty
 */
public record Mutant(
    String className,
    byte[] code,
    String method,
    String file,
    int line,
    String text,
    String change,
    Set<Integer> tasks) {

  public Mutant {
    tasks = Set.copyOf(tasks);
  }

  Mutant withChange(String words) {
    return new Mutant(className, code, method, file, line, text, words, tasks);
  }
}
