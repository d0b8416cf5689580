package dev.kindling.lab;

import java.nio.file.Path;

/**
 * Where the files of one lab lie. Names follow from the folder and the contract alone, so nothing
 * is listed by hand.
 *
 * @param root the checkout
 * @param id the lab
 * @param name the contract's name without {@code Lab}, such as {@code Imputation}
 */
public record LabFolder(Path root, LabId id, String name) {

  public Path lab() {
    return root.resolve("labs").resolve(id.group()).resolve(id.name());
  }

  /** What judges: checks, examples, and what they need; a package of its own. */
  public Path checks() {
    return lab().resolve("checks");
  }

  public Path lesson() {
    return lab().resolve("README.md");
  }

  /** What the learner begins with; outside the labs, because an IDE would see two of the class. */
  public Path starter() {
    return root.resolve("starters").resolve(id.group()).resolve(id.name()).resolve(name + ".java");
  }

  public Path solutions() {
    return root.resolve("solutions").resolve(id.group()).resolve(id.name());
  }

  public Path solution() {
    return solutions().resolve(name + "Solution.java");
  }

  public Path work() {
    return root.resolve("work").resolve(id.group()).resolve(id.name());
  }

  /** The file that the learner edits. */
  public Path answer() {
    return work().resolve(name + ".java");
  }

  /** The binary name of a class of this lab, such as {@code day2.imputation.ImputationSolution}. */
  public String className(String suffix) {
    return id.packageName() + "." + name + suffix;
  }

  /**
   * The binary name of a class that judges, such as {@code
   * day2.imputation.checks.ImputationChecks}.
   */
  public String judgeName(String suffix) {
    return id.packageName() + ".checks." + name + suffix;
  }
}
