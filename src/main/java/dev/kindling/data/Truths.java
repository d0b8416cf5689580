package dev.kindling.data;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Truths in memory, so that a process which opens one session after another makes each only once.
 */
public final class Truths {

  private record Key(Class<?> generator, long seed) {}

  private final Map<Key, Object> made = new ConcurrentHashMap<>();

  /** The truth of a generator and a seed; made now if it is asked for the first time. */
  <T> T of(Generator<T> generator, long seed) {
    @SuppressWarnings("unchecked") // the class of the generator fixes the type of its truth
    T truth =
        (T)
            made.computeIfAbsent(
                new Key(generator.getClass(), seed), key -> generator.generate(seed).truth());
    return truth;
  }
}
