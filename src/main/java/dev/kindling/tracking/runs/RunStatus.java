package dev.kindling.tracking.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a run is; the numbers are the protocol's. */
public enum RunStatus {
  RUNNING(1),
  SCHEDULED(2),
  FINISHED(3),
  FAILED(4),
  KILLED(5);

  private final int number;

  RunStatus(int number) {
    this.number = number;
  }

  /** Reads a name or a number; what is neither is passed over, as MLflow does. */
  static Optional<RunStatus> of(@Nullable JsonNode value) {
    if (value == null) {
      return Optional.empty();
    }
    for (RunStatus status : values()) {
      if (status.name().equals(value.textValue())
          || (value.isInt() && value.intValue() == status.number)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
