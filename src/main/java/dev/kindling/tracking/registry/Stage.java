package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The stages of a version's life. */
public enum Stage {
  NONE("None"),
  STAGING("Staging"),
  PRODUCTION("Production"),
  ARCHIVED("Archived");

  /** What a deleted version has instead of a stage; its number stays taken. */
  public static final String DELETED = "Deleted_Internal";

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  /** As stored and shown. */
  public String label() {
    return label;
  }

  /** Whether versions of it are in use, so that a new one can push the others out. */
  boolean isActive() {
    return this == STAGING || this == PRODUCTION;
  }

  /**
   * Reads a stage in any case.
   *
   * @throws TrackingException when there is none of this name
   */
  static Stage of(String text) {
    return Arrays.stream(values())
        .filter(stage -> stage.label.equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                TrackingException.invalid(
                    "Invalid Model Version stage: %s. Value must be one of %s.",
                    text,
                    Arrays.stream(values()).map(Stage::label).collect(Collectors.joining(", "))));
  }
}
