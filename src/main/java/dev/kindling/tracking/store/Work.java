package dev.kindling.tracking.store;

import org.jdbi.v3.core.Handle;

/**
 * Something to do with the database.
 *
 * @param <T> what comes of it
 */
@FunctionalInterface
public interface Work<T> {
  T with(Handle handle);
}
