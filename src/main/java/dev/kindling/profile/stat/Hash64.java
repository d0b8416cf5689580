package dev.kindling.profile.stat;

/** 64-bit hashes of values, with which different ones are counted. */
public final class Hash64 {

  private Hash64() {}

  /** The hash of a text, number or boolean. Different numbers never have the same. */
  public static long of(Object value) {
    if (value instanceof Double number) {
      return mix(Double.doubleToLongBits(number));
    }
    if (value instanceof Long number) {
      return mix(number);
    }
    return of(value.toString());
  }

  private static long of(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash ^ text.charAt(i) * 0x100000001b3L) + i;
    }
    return mix(hash + text.length());
  }

  /** Spreads every bit over all bits, one to one. */
  private static long mix(long bits) {
    long z = bits + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
