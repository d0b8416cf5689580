package dev.kindling.lab;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All labs of a checkout, in course order. */
public final class Catalogue {

  private static final Comparator<LabEntry> COURSE_ORDER =
      Comparator.comparingInt((LabEntry lab) -> lab.info().day() == 0 ? 99 : lab.info().day())
          .thenComparingInt(lab -> lab.info().order())
          .thenComparing(LabEntry::id);

  private final List<LabEntry> labs;

  public Catalogue(List<LabEntry> labs) {
    this.labs = labs.stream().sorted(COURSE_ORDER).toList();
  }

  public List<LabEntry> labs() {
    return labs;
  }

  /**
   * The lab that goes by {@code name}: its id, or its short name when only one lab has it.
   *
   * @throws UnknownLabException when none or several do; the message names the nearest
   */
  public LabEntry find(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT).replace('\\', '/');
    String trimmed =
        wanted.replaceFirst("^\\./", "").replaceFirst("^(labs|work)/", "").replaceFirst("/+$", "");
    List<LabEntry> found =
        labs.stream()
            .filter(lab -> lab.id().toString().equals(trimmed) || lab.id().name().equals(trimmed))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.size() > 1) {
      throw new UnknownLabException(
          "'%s' is the name of %d labs: say %s."
              .formatted(
                  name,
                  found.size(),
                  NearestNames.join(found.stream().map(lab -> lab.id().toString()).toList())));
    }
    List<String> nearest =
        NearestNames.of(trimmed, labs.stream().map(lab -> lab.id().toString()).toList());
    throw new UnknownLabException(
        nearest.isEmpty()
            ? "There is no lab '%s': './lab list' shows them all.".formatted(name)
            : "There is no lab '%s'; did you mean %s?".formatted(name, NearestNames.join(nearest)));
  }
}
