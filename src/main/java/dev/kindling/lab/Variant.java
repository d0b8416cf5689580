package dev.kindling.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks another right answer: a static nested class of {@code <Name>Variants} that must pass every
 * check. If it does not, the check is wrong.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Variant {

  /** How this answer differs from the solution, in a few words. */
  String value();
}
