package dev.kindling.check;

/**
 * A call that may throw anything.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface ThrowingSupplier<T> {

  T get() throws Throwable;
}
