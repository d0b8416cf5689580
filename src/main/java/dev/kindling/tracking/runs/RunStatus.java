package dev.kindling.tracking.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How far a run is; the order is that of the protocol's numbers, which begin at one. */
public enum RunStatus {
  RUNNING,
  SCHEDULED,
  FINISHED,
  FAILED,
  KILLED;

  /** Reads a name or a number; what is neither is passed over, as MLflow does. */
  static Optional<RunStatus> of(JsonNode value) {
    if (value == null) {
      return Optional.empty();
    }
    for (RunStatus status : values()) {
      if (status.name().equals(value.textValue())
          || value.isInt() && value.intValue() == status.ordinal() + 1) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
