package dev.kindling.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the contract of a lab: an interface named {@code <Name>Lab} in {@code labs/<id>/}, with one
 * {@link Task} per method. Starter, solution, mistakes, variants and the learner's class all
 * implement it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Lab {

  /** The course day, 1 to 4; 0 for a project. */
  int day();

  /** The position within the day, ascending. */
  int order();

  /** The title that lists and lessons show, without a full stop. */
  String title();

  /** How long a Java developer who is new to Spark ML needs. */
  int minutes();

  /** The datasets that checks of this lab may ask for as parameters. */
  Class<?>[] data() default {};

  /** Whether checks or examples of this lab use a tracking server. */
  boolean tracking() default false;
}
