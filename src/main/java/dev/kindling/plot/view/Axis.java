package dev.kindling.plot.view;

import java.util.List;

/**
 * One side of a chart.
 *
 * @param title what it shows; empty for a channel that is not encoded
 * @param ticks its marks, from the low end
 * @param bands whether it shows separate values, each in a band of its own
 */
public record Axis(String title, List<Tick> ticks, boolean bands) {

  public Axis {
    ticks = List.copyOf(ticks);
  }
}
