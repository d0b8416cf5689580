package dev.kindling.plot.view;

import java.util.List;

/** Where values lie along an axis. */
interface Scale {

  /** The place of a value, from 0 to 1. */
  double at(Object value);

  /** The marks to draw. */
  List<Tick> ticks();

  /** Half the thickness of a band; 0 where there are none. */
  default double half() {
    return 0;
  }

  /** Where bars begin. */
  default double base() {
    return 0;
  }
}
