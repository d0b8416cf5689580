package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import java.util.Set;

/** A kind of chart of a frame. */
interface Kind {

  /** What it is called in messages, such as {@code A histogram}. */
  String name();

  /** What can be set on it. */
  Set<Option> options();

  /** Asks Spark for what is to be drawn. */
  ChartSpec spec(Settings settings);
}
