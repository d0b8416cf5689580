package dev.kindling.tracking.experiments;

import dev.kindling.tracking.protocol.TrackingException;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Reads the text that names an experiment in requests. */
public final class ExperimentId {

  private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]{1,64}\\s*");

  private ExperimentId() {}

  /**
   * The number in a text.
   *
   * @throws TrackingException when it is no number, or one that no experiment can have
   */
  public static long of(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw TrackingException.invalid(
          "Invalid experiment ID '%s'. Experiment ID must be a valid integer.", text);
    }
    BigInteger number = new BigInteger(text.strip());
    if (number.bitLength() > 63) {
      throw unknown(number);
    }
    return number.longValue();
  }

  /** The error for an experiment that is not there. */
  public static TrackingException unknown(Number id) {
    return TrackingException.missing("No Experiment with id=%s exists", id);
  }
}
