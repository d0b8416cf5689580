package dev.kindling.profile.stat;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a numeric column: moments and quantiles of what is finite, and what is not.
 */
public final class NumberSketch implements Serializable {

  private static final int BATCH = 1024;

  private final Moments moments = new Moments();
  private final QuantileSketch quantiles = new QuantileSketch();
  private double @Nullable [] batch;
  private int waiting;
  private long infinite;
  private long nan;

  public void add(double value) {
    if (Double.isNaN(value)) {
      nan++;
    } else if (Double.isInfinite(value)) {
      infinite++;
    } else {
      if (batch == null) {
        batch = new double[BATCH];
      }
      batch[waiting++] = value;
      if (waiting == BATCH) {
        flush();
      }
    }
  }

  /** To be called after the last value, before this is read, merged or sent. */
  public void flush() {
    if (batch != null && waiting > 0) {
      moments.addAll(batch, waiting);
      quantiles.addAll(batch, waiting);
      waiting = 0;
    }
  }

  /** Drops the room for values that wait; after {@link #flush}. */
  public void close() {
    flush();
    batch = null;
  }

  /** Takes in another one; both flushed. */
  public void merge(NumberSketch other) {
    moments.merge(other.moments);
    quantiles.merge(other.quantiles);
    infinite += other.infinite;
    nan += other.nan;
  }

  public Moments moments() {
    return moments;
  }

  public QuantileSketch quantiles() {
    return quantiles;
  }

  public long infinite() {
    return infinite;
  }

  public long nan() {
    return nan;
  }
}
