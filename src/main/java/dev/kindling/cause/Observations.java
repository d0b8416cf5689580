package dev.kindling.cause;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How suspects came out, remembered for one lab, one build and one seed. What is too large to keep
 * is observed anew each time it is needed.
 */
public final class Observations {

  /** A few megabytes for each lab: a value takes some thirty bytes. */
  private static final long MOST_VALUES = 500_000;

  private static final long LARGE = 60_000;

  private record Key(String suspect, String check) {}

  private final Map<Key, Observation> seen = new HashMap<>();
  private final Set<Key> tooLarge = new HashSet<>();
  private long values;

  /** What is remembered of a suspect. */
  public synchronized Optional<Observation> of(Suspect suspect, String check) {
    return Optional.ofNullable(seen.get(new Key(suspect.key(), check)));
  }

  /** Whether there is nothing to gain from observing a suspect ahead. */
  public synchronized boolean settled(Suspect suspect, String check) {
    Key key = new Key(suspect.key(), check);
    return seen.containsKey(key) || tooLarge.contains(key);
  }

  /** Remembers how a suspect came out, if that is worth its memory. */
  public synchronized void remember(Suspect suspect, String check, Observation observation) {
    Key key = new Key(suspect.key(), check);
    Observation kept = observation.forMemory();
    long size = kept.size();
    if (size > LARGE || values + size > MOST_VALUES) {
      tooLarge.add(key);
    } else if (seen.put(key, kept) == null) {
      values += size;
    }
  }
}
