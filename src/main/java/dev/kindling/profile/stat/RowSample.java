package dev.kindling.profile.stat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * Rows drawn at random, each as likely as any other: every row gets a random number, and those with
 * the smallest stay. Two samples merge into one of all their rows.
 */
public final class RowSample implements Serializable {

  private record Drawn(long tag, Object[] cells) implements Serializable {}

  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final int most;
  private final PriorityQueue<Drawn> kept = new PriorityQueue<>(new LargestFirst());
  private transient SplittableRandom random;

  /** Sorts the row that leaves next to the front. */
  private static final class LargestFirst implements Comparator<Drawn>, Serializable {
    @Override
    public int compare(Drawn one, Drawn other) {
      return Long.compare(other.tag(), one.tag());
    }
  }

  /**
   * @param most how many rows to keep at most
   * @param seed of the whole sample
   * @param part which part of the data this one sees
   */
  public RowSample(int most, long seed, int part) {
    this.most = most;
    this.random = new SplittableRandom(seed + part * GOLDEN);
  }

  /** Offers a row; its cells are copied only if it stays. */
  public void offer(Object[] cells) {
    long tag = random.nextLong();
    if (kept.size() < most || tag < kept.peek().tag()) {
      keep(new Drawn(tag, cells.clone()));
    }
  }

  private void keep(Drawn drawn) {
    kept.add(drawn);
    if (kept.size() > most) {
      kept.poll();
    }
  }

  public void merge(RowSample other) {
    other.kept.forEach(
        drawn -> {
          if (kept.size() < most || drawn.tag() < kept.peek().tag()) {
            keep(drawn);
          }
        });
  }

  /** The rows in random order, the same order on every run. */
  public List<Object[]> rows() {
    List<Drawn> sorted = new ArrayList<>(kept);
    sorted.sort(Comparator.comparingLong(Drawn::tag));
    return sorted.stream().map(Drawn::cells).toList();
  }
}
