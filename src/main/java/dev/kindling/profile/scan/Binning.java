package dev.kindling.profile.scan;

/** Bins of equal width; the last one includes its upper end. */
public final class Binning {

  private Binning() {}

  /** The bin of a finite number from {@code low} to {@code high}. */
  public static int bin(double number, double low, double high, int bins) {
    // Divided before the difference is taken: the difference of large numbers may overflow.
    double share = (number / 2 - low / 2) / (high / 2 - low / 2);
    return high > low ? Math.max(0, Math.min(bins - 1, (int) (share * bins))) : 0;
  }

  /** Where a bin begins; the end of the last one is the beginning of the one behind it. */
  public static double edge(int bin, double low, double high, int bins) {
    return bin == bins ? high : low + (high / bins - low / bins) * bin;
  }
}
