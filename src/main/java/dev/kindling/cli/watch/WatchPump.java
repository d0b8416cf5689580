package dev.kindling.cli.watch;

import dev.kindling.cli.command.Connection;
import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.workbench.KindlingService;
import dev.kindling.workbench.ServiceLostException;
import java.util.concurrent.BlockingQueue;

/** Watches one lab on a thread of its own, and starts again when the service dies. */
public final class WatchPump {

  private static final long JOIN_MILLIS = 5_000;

  private final Connection connection;
  private final String lab;
  private final BlockingQueue<Signal> signals;
  private final RestartLimit limit;
  private final Thread thread;
  private volatile boolean stopped;

  WatchPump(Connection connection, String lab, BlockingQueue<Signal> signals, RestartLimit limit) {
    this.connection = connection;
    this.lab = lab;
    this.signals = signals;
    this.limit = limit;
    thread = new Thread(this::pump, "watch-" + lab);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Ends watching; events that were not read yet are gone afterwards. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join(JOIN_MILLIS);
    signals.removeIf(signal -> !(signal instanceof Signal.Key));
  }

  private void pump() {
    while (!stopped) {
      KindlingService service = null;
      try {
        service = connection.service();
        service.watch(lab, GradeRequest.HOME_SEED, this::pass);
        if (!stopped) {
          // A watch that simply ends has lost its service without noticing.
          lost(service, new ServiceLostException("The workbench ended the watch.", null));
        }
      } catch (InterruptedException e) {
        return;
      } catch (ServiceLostException e) {
        lost(service, e);
      } catch (RuntimeException | Error e) {
        end(e);
      }
    }
  }

  private void pass(GradeEvent event) {
    if (!stopped) {
      signals.add(new Signal.Happened(event));
    }
  }

  private void lost(KindlingService service, ServiceLostException problem) {
    if (stopped) {
      return;
    }
    connection.lost(service);
    if (limit.failed()) {
      end(
          new ServiceLostException(
              "The workbench ended three times within ten seconds, so it is not started again.",
              problem));
    } else {
      signals.add(new Signal.Lost());
    }
  }

  private void end(Throwable problem) {
    if (!stopped) {
      stopped = true;
      signals.add(new Signal.Failed(problem, true));
    }
  }
}
