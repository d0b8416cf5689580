package dev.kindling.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;

/** The processor time that this JVM has used from one look to the next. */
final class ProcessorUse {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final int processors = Runtime.getRuntime().availableProcessors();
  private Map<Long, Long> ofThreads = ofThreads();
  private long ofProcess = system.getProcessCpuTime();

  /**
   * What was used since the last look, in nanoseconds.
   *
   * @param busiest by the thread that used most, the looking one left out
   * @param perProcessor by the whole JVM, spread over all processors
   */
  record Used(long busiest, long perProcessor) {}

  Used sinceLastLook() {
    Map<Long, Long> threadsBefore = ofThreads;
    long processBefore = ofProcess;
    ofThreads = ofThreads();
    ofProcess = system.getProcessCpuTime();
    long busiest = 0;
    for (Map.Entry<Long, Long> thread : ofThreads.entrySet()) {
      long before = threadsBefore.getOrDefault(thread.getKey(), 0L);
      busiest = Math.max(busiest, thread.getValue() - before);
    }
    return new Used(busiest, (ofProcess - processBefore) / processors);
  }

  private Map<Long, Long> ofThreads() {
    Map<Long, Long> nanos = new HashMap<>();
    for (long id : threads.getAllThreadIds()) {
      if (id != Thread.currentThread().getId()) {
        nanos.put(id, threads.getThreadCpuTime(id));
      }
    }
    return nanos;
  }
}
