package dev.kindling.data.selection;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a number lies and how much it varies.
 *
 * @param mean its mean
 * @param sd its standard deviation
 */
record Scale(double mean, double sd) {

  /** A scale for each number: half of them are around zero or below. */
  static Map<String, Scale> draw(Draws draws) {
    Map<String, Scale> scales = new LinkedHashMap<>();
    for (String column : Signals.NUMBERS) {
      double sd = Decimals.round(draws.uniform(1, 20), 1);
      scales.put(column, new Scale(Decimals.round(sd * draws.uniform(-3, 3), 1), sd));
    }
    return scales;
  }

  /** A standard number on this scale, with two decimal places. */
  double of(double standard) {
    return Decimals.round(mean + sd * standard, 2);
  }
}
