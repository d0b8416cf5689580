package day9.sample;

import java.io.Serializable;

/** An object of a learner's own class. */
record Rate(double factor) implements Serializable {

  /** Never set where functions run. */
  static Rate current;
}
