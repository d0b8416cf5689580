package dev.kindling.compile;

import dev.kindling.lab.Catalogue;
import dev.kindling.lab.LabId;
import dev.kindling.result.Problem;
import java.util.List;
import java.util.Map;

/**
 * What the folders held.
 *
 * @param catalogue the labs that are whole
 * @param kits their classes, by id
 * @param problems labs that are not, each with what its author must mend; they are left out of the
 *     catalogue
 */
public record LabScan(Catalogue catalogue, Map<LabId, LabKit> kits, List<Problem> problems) {

  public LabScan {
    kits = Map.copyOf(kits);
    problems = List.copyOf(problems);
  }

  /**
   * The classes of a lab of the catalogue.
   *
   * @throws IllegalArgumentException for another lab
   */
  public LabKit kit(LabId lab) {
    LabKit kit = kits.get(lab);
    if (kit == null) {
      throw new IllegalArgumentException("The scan found no lab '%s'.".formatted(lab));
    }
    return kit;
  }
}
