package dev.kindling.data.windfarm;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;

/**
 * What a wind gives: nothing below the cut-in speed, the rated power from the rated speed on, in
 * between with the third power of the speed, and nothing again from the cut-out speed on.
 *
 * @param cutIn the speed in m/s at which the turbines start
 * @param rated the speed in m/s from which they give all they can
 * @param cutOut the speed in m/s at which they are stopped for safety
 * @param ratedPower the most that the farm gives, in kW
 */
public record PowerCurve(double cutIn, double rated, double cutOut, double ratedPower) {

  public PowerCurve {
    if (!(0 <= cutIn && cutIn < rated && rated < cutOut && ratedPower > 0)) {
      throw new IllegalArgumentException(
          "The speeds '%s', '%s' and '%s' with '%s' kW are no power curve: let them rise from cut-in to rated to cut-out."
              .formatted(cutIn, rated, cutOut, ratedPower));
    }
  }

  static PowerCurve draw(Draws draws) {
    return new PowerCurve(
        Decimals.round(draws.uniform(2.8, 3.6), 1),
        Decimals.round(draws.uniform(11.2, 12.4), 1),
        Decimals.round(draws.uniform(18.5, 19.5), 1),
        6000);
  }

  /**
   * The power at this moment, in kW.
   *
   * @param speed in m/s
   */
  public double power(double speed) {
    if (speed < cutIn || speed >= cutOut) {
      return 0;
    }
    double share = (cube(speed) - cube(cutIn)) / (cube(rated) - cube(cutIn));
    return ratedPower * Math.min(1, share);
  }

  private static double cube(double value) {
    return value * value * value;
  }
}
