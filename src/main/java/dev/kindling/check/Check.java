package dev.kindling.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method of {@code <Name>Checks} as a check: a JUnit test that judges one task. Its
 * parameters are injected: the lab's contract (the answer under judgement), its datasets, and
 * {@code SparkSession}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(CheckExtension.class)
public @interface Check {

  /** The number of the task. */
  int task();

  /** What passing is worth; the checks of a task add to the task's points. */
  int points();

  /** How long the check may take on a slow machine before it counts as hanging. */
  int seconds() default 20;
}
