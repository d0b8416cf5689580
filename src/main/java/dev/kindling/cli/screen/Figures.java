package dev.kindling.cli.screen;

/** Numbers as people write them. Does without {@code String.format}, which is slow to start. */
public final class Figures {

  private static final long MEGABYTE = 1024L * 1024;

  private Figures() {}

  /** Points: {@code 30}, {@code 7.5}. */
  public static String points(double points) {
    long hundredths = Math.round(points * 100);
    long rest = Math.abs(hundredths % 100);
    String whole = Long.toString(hundredths / 100);
    if (rest == 0) {
      return whole;
    }
    return whole + "." + (rest % 10 == 0 ? Long.toString(rest / 10) : twoDigits(rest));
  }

  /** {@code 55 of 100}. */
  public static String of(double score, double max) {
    return points(score) + " of " + points(max);
  }

  /** A duration: {@code 0.4 s}, {@code 12 s}, {@code 1 min 12 s}. */
  public static String seconds(long millis) {
    if (millis < 10_000) {
      long tenths = Math.round(millis / 100.0);
      return tenths / 10 + "." + tenths % 10 + " s";
    }
    long seconds = Math.round(millis / 1000.0);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** A long duration: {@code 40 s}, {@code 12 min}, {@code 3 h 5 min}. */
  public static String uptime(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** An amount of memory or disk: {@code 640 MB}, {@code 3.8 GB}. */
  public static String bytes(long bytes) {
    long megabytes = bytes / MEGABYTE;
    if (megabytes < 1024) {
      return megabytes + " MB";
    }
    long tenths = Math.round(megabytes / 102.4);
    return tenths / 10 + "." + tenths % 10 + " GB";
  }

  /** {@code 1 task}, {@code 2 tasks}. */
  public static String count(int n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  /** {@code 1 point}, {@code 7.5 points}. */
  public static String count(double n, String noun) {
    return points(n) + " " + noun + (n == 1 ? "" : "s");
  }

  private static String twoDigits(long n) {
    return n < 10 ? "0" + n : Long.toString(n);
  }
}
