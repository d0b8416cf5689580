package dev.kindling.data;

import java.util.Map;

/** Values that are filed under names, where a name that is not known is the caller's mistake. */
public final class Lookup {

  private Lookup() {}

  /**
   * The value under a key.
   *
   * @throws IllegalArgumentException when there is none; names what there is
   */
  public static <K, V> V of(Map<K, V> values, Object key) {
    V value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(
          "There is nothing for '%s': ask for one of %s.".formatted(key, values.keySet()));
    }
    return value;
  }
}
