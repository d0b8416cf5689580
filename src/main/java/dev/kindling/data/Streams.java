package dev.kindling.data;

/**
 * The random streams of a dataset: one per named column or purpose, so that a new column leaves the
 * values of all others as they are.
 *
 * @param dataset the name of the dataset
 * @param seed the seed of the whole dataset
 */
public record Streams(String dataset, long seed) {

  /** A fresh stream; the same name gives the same draws again. */
  public Draws draws(String purpose) {
    String name = dataset + "/" + purpose;
    long hash = 0xcbf29ce484222325L; // FNV-1a, which no library may change under us
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return new Draws(mix(hash + mix(seed)));
  }

  /** Spreads every bit over all bits, so that neighbouring seeds have nothing in common. */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
