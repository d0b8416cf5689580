package dev.kindling.cli.course;

import dev.kindling.lab.Catalogue;
import dev.kindling.lab.LabEntry;

/** The shortest name that finds a lab. */
public final class LabNames {

  private final Catalogue catalogue;

  public LabNames(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** {@code imputation}, or {@code day2/imputation} when two labs are called that. */
  public String of(LabEntry lab) {
    int same = 0;
    for (LabEntry other : catalogue.labs()) {
      if (other.id().name().equals(lab.id().name())) {
        same++;
      }
    }
    return same == 1 ? lab.id().name() : lab.id().toString();
  }
}
