package dev.kindling.plot.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equal steps for equal ratios.
 *
 * @param low the value at 0, above 0
 * @param high the value at 1
 */
record LogScale(double low, double high) implements Scale {

  private static final int FEW_DECADES = 2;
  private static final int MOST_TICKS = 8;

  @Override
  public double at(@Nullable Object value) {
    double share = Math.log(Scale.number(value) / low) / Math.log(high / low);
    return Math.max(0, share);
  }

  @Override
  public List<Tick> ticks() {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    boolean few = last - first <= FEW_DECADES + 1;
    int every = Math.max(1, (last - first) / MOST_TICKS);
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power += every) {
      for (int digit : few ? new int[] {1, 2, 5} : new int[] {1}) {
        double value = digit * Math.pow(10, power);
        if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
          ticks.add(new Tick(at(value), NumberText.of(value)));
        }
      }
    }
    return ticks;
  }
}
