package dev.kindling.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a known wrong answer: a static nested class of {@code <Name>Mistakes} that extends the
 * solution and overrides what a real learner would get wrong. It must fail exactly {@link #task()}
 * with exactly {@link #diagnosis()}; tasks that come {@linkplain Task#after() after} it are
 * skipped, and every other task passes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Mistake {

  /** The task that the mistake fails. */
  int task();

  /** The name of what was done wrong, such as {@code fit-on-all-rows}. */
  String diagnosis();

  /**
   * What was done, how the numbers show it, what to do: two or three sentences, true of every
   * answer that gives the same value. A name in braces, such as <code>{rows gone}</code>, is
   * replaced by that fact of the learner's own result. Empty where the checks say it.
   */
  String says() default "";
}
