package dev.kindling.lab;

/**
 * A known answer beside the solution: a {@link Mistake} or a {@link Variant}.
 *
 * @param className the binary name of the class
 * @param task the task that a mistake fails; 0 for a variant
 * @param diagnosis the diagnosis that a mistake must get; empty for a variant
 * @param says what there is to say about a mistake; empty for a variant
 */
public record AnswerInfo(String className, int task, String diagnosis, String says) {

  /** The name of the nested class alone. */
  public String simpleName() {
    return className.substring(className.lastIndexOf('$') + 1);
  }

  public boolean mistake() {
    return task > 0;
  }
}
