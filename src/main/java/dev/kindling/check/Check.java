package dev.kindling.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method of {@code <Name>Checks} as a check: a JUnit test that judges one task. Its
 * parameters are injected: the lab's contract (the answer under judgement), its datasets, {@link
 * Given} for inputs of its own, {@code SparkSession}, and the name of the case as a {@code String}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(CheckExtension.class)
public @interface Check {

  /** The number of the task. */
  int task();

  /** What passing is worth, each case by itself; the checks of a task add to the task's points. */
  int points();

  /**
   * How long the answer may take in this check before it counts as hanging, in seconds of a quiet
   * machine: what other programs take of the processors does not count, nor does making the data.
   */
  int seconds() default 20;

  /**
   * Names of several inputs for one body. The method runs once for each, as a check of its own
   * called {@code method: case}, and is told which in its {@code String} parameter.
   */
  String[] cases() default {};
}
