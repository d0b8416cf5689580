package day2.registry.checks;

import dev.kindling.mlflow.TrackingRelay;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server on which somebody else is at work: right after it has been asked for the first time
 * which version is meant, a change is made to the registry.
 */
final class MovingRegistry implements AutoCloseable {

  private final TrackingRelay relay;

  /**
   * Stands before a server.
   *
   * @param change what somebody else does
   */
  MovingRegistry(String trackingUri, Runnable change) {
    AtomicBoolean changed = new AtomicBoolean();
    relay =
        new TrackingRelay(
            trackingUri,
            (path, request, answer) -> {
              boolean asked =
                  path.contains("/registered-models/") || path.contains("/model-versions/");
              if (asked && changed.compareAndSet(false, true)) {
                change.run();
              }
              return answer;
            });
  }

  /** Where it is; what a task is handed. */
  String uri() {
    return relay.uri();
  }

  @Override
  public void close() {
    relay.close();
  }
}
