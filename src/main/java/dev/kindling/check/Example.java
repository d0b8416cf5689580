package dev.kindling.check;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of {@code <Name>Examples} that calls one task with sensible arguments and returns
 * what the learner should see: {@code lab run} shows it as tables. Parameters are injected as for a
 * {@link Check}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Example {

  /** The number of the task. */
  int task();
}
