package dev.kindling.check.sample;

import dev.kindling.data.DataContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A dataset that has as many rows as its seed, and that counts how often it is made. */
public final class Numbers {

  private static final AtomicInteger MADE = new AtomicInteger();
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private final DataContext context;

  public Numbers(DataContext context) {
    this.context = context;
    MADE.incrementAndGet();
    if (FAILURES.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("not this time");
    }
  }

  /** Lets the next attempts to make one fail. */
  public static void failNext(int attempts) {
    FAILURES.set(attempts);
  }

  public static int made() {
    return MADE.get();
  }

  public Dataset<Row> frame() {
    return context.spark().range(context.seed()).toDF();
  }

  public long size() {
    return context.seed();
  }
}
