package dev.kindling.plot.view;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where values lie along an axis. */
interface Scale {

  /** The place of a value, from 0 to 1. */
  double at(@Nullable Object value);

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

  /** A number or a time, both as a double; a row without one has no place and is not drawn. */
  static double number(@Nullable Object value) {
    return (Double) Objects.requireNonNull(value, "Rows without a value are not drawn.");
  }
}
