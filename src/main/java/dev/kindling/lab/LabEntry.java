package dev.kindling.lab;

/** A lab with its folder. */
public record LabEntry(LabInfo info, LabFolder folder) {

  public LabId id() {
    return info.id();
  }
}
