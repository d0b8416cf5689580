package dev.kindling.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method of a contract as a task with points. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Task {

  /** The number of the task, from 1 without gaps. */
  int value();

  /** The points of the task; the checks of a task share them, and the tasks of a lab add to 100. */
  int points();

  /** What the learner does, as an imperative ("Learn the medians"), without a full stop. */
  String title();

  /** Three rungs: where to look, how it goes, nearly the line. */
  String[] hints();

  /**
   * Tasks that must pass before this one is judged; until then its checks are skipped. Leave it
   * empty whenever a task can be handed its input as an argument.
   */
  int[] after() default {};
}
