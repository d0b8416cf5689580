package dev.kindling.plot.view;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A band for each separate value.
 *
 * @param values the values, from the low end
 * @param downwards whether the first is at the high end, as rows of a table are
 */
record BandScale(List<Object> values, boolean downwards) implements Scale {

  /** The share of a band that is filled: the rest is the gap between bars. */
  private static final double FILL = 0.8;

  @Override
  public double at(@Nullable Object value) {
    int index = values.indexOf(value);
    double at = (index + 0.5) / values.size();
    return downwards ? 1 - at : at;
  }

  @Override
  public double half() {
    return FILL / 2 / values.size();
  }

  /** Half the thickness without a gap, for cells of a heat map. */
  double wholeHalf() {
    return 0.5 / values.size();
  }

  @Override
  public List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (Object value : values) {
      ticks.add(new Tick(at(value), NumberText.of(value)));
    }
    return ticks;
  }
}
