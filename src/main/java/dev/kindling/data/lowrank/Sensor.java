package dev.kindling.data.lowrank;

import dev.kindling.data.Decimals;
import dev.kindling.data.Draws;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sensor reads: its mean, plus its scale times a standard number that the causes and noise
 * make.
 *
 * @param mean far from zero, five to eight times the scale
 * @param scale the standard deviation
 * @param loadings how much of each cause is in the standard number, in the order of {@link
 *     LowRank#CAUSES}; their squares add to 0.96, and the rest is noise
 */
public record Sensor(double mean, double scale, List<Double> loadings) {

  /** The standard deviations of the sensors: the last one drowns all others. */
  static final List<Double> SCALES =
      List.of(1.0, 2.0, 4.0, 10.0, 20.0, 40.0, 100.0, 200.0, 400.0, 1_000.0, 1_500.0, 10_000.0);

  public Sensor {
    loadings = List.copyOf(loadings);
  }

  static Map<String, Sensor> draw(List<List<Double>> loadings, Draws draws) {
    Map<String, Sensor> sensors = new LinkedHashMap<>();
    for (int i = 0; i < LowRank.SENSORS.size(); i++) {
      double scale = SCALES.get(i);
      double mean = scale * Decimals.round(draws.uniform(5, 8), 2);
      sensors.put(LowRank.SENSORS.get(i), new Sensor(mean, scale, loadings.get(i)));
    }
    return sensors;
  }

  /** A reading, rounded to a thousandth of the scale or a little finer. */
  double read(double standard) {
    int places = 3;
    for (double size = 10; size <= scale && places > 1; size *= 10) {
      places--;
    }
    return Decimals.round(mean + scale * standard, places);
  }
}
