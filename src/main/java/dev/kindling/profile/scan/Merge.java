package dev.kindling.profile.scan;

import java.io.Serializable;

/**
 * Puts two results together.
 *
 * @param <T> the result
 */
@FunctionalInterface
interface Merge<T> extends Serializable {

  /** Merges {@code other} into {@code one} and returns that. */
  T apply(T one, T other);
}
