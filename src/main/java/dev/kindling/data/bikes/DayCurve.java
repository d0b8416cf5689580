package dev.kindling.data.bikes;

import dev.kindling.data.Draws;
import java.util.List;

/**
 * How busy a day is, hour by hour, as the logarithm of one plus the count: a floor and bumps on it.
 *
 * @param floor what is never gone below
 * @param bumps what is added
 */
public record DayCurve(double floor, List<Bump> bumps) {

  /**
   * A rise and a fall with the shape of a normal density.
   *
   * @param hour when it is highest
   * @param width its standard deviation, in hours
   * @param height how high it is then
   */
  public record Bump(double hour, double width, double height) {

    double at(double time) {
      double away = (time - hour) / width;
      return height * StrictMath.exp(-away * away / 2);
    }
  }

  public DayCurve {
    bumps = List.copyOf(bumps);
  }

  /** A day of work: people ride there and back. */
  static DayCurve workingDay(Draws draws) {
    return new DayCurve(
        2.2,
        List.of(
            new Bump(14, 5.5, draws.uniform(2.8, 3.0)),
            new Bump(draws.uniform(7.8, 8.2), 1.1, draws.uniform(1.7, 1.9)),
            new Bump(draws.uniform(17.3, 17.7), 1.5, draws.uniform(1.25, 1.4))));
  }

  /** A day off: late to rise, and out in the afternoon. */
  static DayCurve dayOff(Draws draws) {
    return new DayCurve(
        2.4, List.of(new Bump(draws.uniform(14.2, 14.8), 4.3, draws.uniform(3.5, 3.7))));
  }

  /** How busy it is at an hour, from 0 to 23. */
  public double at(int hour) {
    double sum = floor;
    for (Bump bump : bumps) {
      sum += bump.at(hour);
    }
    return sum;
  }
}
