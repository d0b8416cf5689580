package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;

/** Reads ids of experiments, which clients send as text. */
public final class ExperimentIds {

  private ExperimentIds() {}

  /**
   * The number of an id.
   *
   * @throws TrackingException when it is none
   */
  public static long parse(String id) {
    try {
      return PythonInteger.parse(id).longValueExact();
    } catch (NumberFormatException | ArithmeticException noNumber) {
      throw TrackingException.invalid(
          "Invalid experiment ID '%s'. Experiment ID must be a valid integer.", id);
    }
  }

  /** The numbers of ids. */
  public static List<Long> parse(List<String> ids) {
    return ids.stream().map(ExperimentIds::parse).toList();
  }
}
