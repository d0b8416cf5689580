package dev.kindling.plot.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equal steps for equal differences.
 *
 * @param low the value at 0
 * @param high the value at 1
 */
record LinearScale(double low, double high) implements Scale {

  private static final int STEPS = 6;

  /** A scale whose ends are round numbers that enclose {@code low} and {@code high}. */
  static LinearScale round(double low, double high) {
    double most = high > low ? high : low + Math.max(1, Math.abs(low) / 10);
    double step = step(low, most, STEPS);
    return new LinearScale(Math.floor(low / step) * step, Math.ceil(most / step) * step);
  }

  /** A round step (1, 2 or 5 times a power of ten) that parts a range into about {@code steps}. */
  static double step(double low, double high, int steps) {
    double rough = (high - low) / steps;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double share = rough / power;
    return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
  }

  @Override
  public double at(@Nullable Object value) {
    return (Scale.number(value) - low) / (high - low);
  }

  @Override
  public double base() {
    return Math.max(0, Math.min(1, at(0.0)));
  }

  @Override
  public List<Tick> ticks() {
    double step = step(low, high, STEPS);
    List<Tick> ticks = new ArrayList<>();
    // Counted, not added up, so that no rounding error piles up.
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    for (long i = first; i <= last; i++) {
      double value = i * step;
      ticks.add(new Tick(at(value), NumberText.of(Math.rint(value / step * 1e6) / 1e6 * step)));
    }
    return ticks;
  }
}
