package dev.kindling.bench;

import dev.kindling.result.ProcessFigures;
import dev.kindling.workbench.WorkbenchConnector;
import dev.kindling.workbench.WorkbenchStatus;
import java.util.Objects;

/**
 * What a workbench and its worker hold, once the worker tells it.
 *
 * @param workbench the figures of the workbench
 * @param worker those of its worker
 */
record FreeWorker(ProcessFigures workbench, ProcessFigures worker) {

  /**
   * Asks until the worker, which looks for a cause or observes something ahead, has time to tell.
   */
  static FreeWorker of(WorkbenchConnector connector) throws InterruptedException {
    WorkbenchStatus status = connector.status().orElseThrow();
    while (status.worker() != null && status.worker().uptimeSeconds() < 0) {
      Thread.sleep(200);
      status = connector.status().orElseThrow();
    }
    return new FreeWorker(
        status.workbench(), Objects.requireNonNull(status.worker(), "The worker has just judged."));
  }
}
