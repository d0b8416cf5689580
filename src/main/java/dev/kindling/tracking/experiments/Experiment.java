package dev.kindling.tracking.experiments;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An experiment.
 *
 * @param creationTime in epoch milliseconds; null in old files
 * @param lastUpdateTime in epoch milliseconds; null in old files
 * @param tags its tags, where they were loaded
 */
public record Experiment(
    long id,
    String name,
    String artifactLocation,
    String lifecycleStage,
    @Nullable Long creationTime,
    @Nullable Long lastUpdateTime,
    List<KeyValue> tags) {

  public Experiment {
    tags = List.copyOf(tags);
  }

  /** The same experiment with its tags. */
  public Experiment with(List<KeyValue> loaded) {
    return new Experiment(
        id, name, artifactLocation, lifecycleStage, creationTime, lastUpdateTime, loaded);
  }

  /** Whether it is not deleted. */
  public boolean isActive() {
    return "active".equals(lifecycleStage);
  }

  /**
   * Refuses a change of a deleted experiment.
   *
   * @throws TrackingException when it is deleted
   */
  public void requireActive() {
    if (!isActive()) {
      throw new TrackingException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The experiment %d must be in the 'active' state. Current state is %s."
              .formatted(id, lifecycleStage));
    }
  }
}
