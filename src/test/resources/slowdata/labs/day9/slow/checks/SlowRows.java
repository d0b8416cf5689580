package day9.slow.checks;

import dev.kindling.data.DataContext;
import dev.kindling.data.listings.Listings;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Real data, and a long computation before it. */
public final class SlowRows {

  private static final long WORK = TimeUnit.SECONDS.toNanos(4);

  private final Listings listings;

  public SlowRows(DataContext context) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    while (threads.getCurrentThreadCpuTime() - start < WORK) {
      Thread.onSpinWait();
    }
    listings = new Listings(context);
  }

  public Dataset<Row> frame() {
    return listings.raw();
  }
}
