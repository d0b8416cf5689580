package dev.kindling.lab;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the names that a typo was probably meant to be. */
public final class NearestNames {

  private static final int SHOWN = 3;

  private NearestNames() {}

  /**
   * The names within about a third of their length of {@code typed}, nearest first, three at most.
   * A lab id also matches by its short name alone.
   */
  public static List<String> of(String typed, List<String> names) {
    record Near(String name, int distance) {}
    return names.stream()
        .map(name -> new Near(name, distance(typed, name)))
        .filter(near -> near.distance() <= Math.max(2, typed.length() / 3))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(SHOWN)
        .map(Near::name)
        .toList();
  }

  /** {@code 'a', 'b' or 'c'}. */
  public static String join(List<String> names) {
    List<String> quoted = names.stream().map(name -> "'" + name + "'").toList();
    if (quoted.size() < 2) {
      return String.join("", quoted);
    }
    int last = quoted.size() - 1;
    return quoted.subList(0, last).stream().collect(Collectors.joining(", "))
        + " or "
        + quoted.get(last);
  }

  private static int distance(String typed, String name) {
    String shortName = name.substring(name.lastIndexOf('/') + 1);
    int best = Math.min(edits(typed, name), edits(typed, shortName));
    boolean part = typed.length() >= 3 && name.contains(typed);
    return part ? Math.min(best, 1) : best;
  }

  /** Damerau–Levenshtein distance (optimal string alignment): a swap of neighbours is one edit. */
  private static int edits(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
