package dev.kindling.tracking.runs;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.TrackingException;
import org.jspecify.annotations.Nullable;

/**
 * What describes a run.
 *
 * @param startTime in epoch milliseconds, or null
 * @param endTime in epoch milliseconds, or null
 */
public record RunInfo(
    String id,
    long experimentId,
    String name,
    String userId,
    String status,
    @Nullable Long startTime,
    @Nullable Long endTime,
    String artifactUri,
    String lifecycleStage) {

  /**
   * Refuses a change of a deleted run.
   *
   * @throws TrackingException when it is deleted
   */
  public void requireActive() {
    if (!"active".equals(lifecycleStage)) {
      throw new TrackingException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The run %s must be in the 'active' state. Current state is %s."
              .formatted(id, lifecycleStage));
    }
  }
}
