package day2.outliers;

import java.util.List;

/** Fences that nobody learned: what a price and a minimum stay can be, as a person knows it. */
final class Plausible {

  static final List<Fence> FENCES =
      List.of(new Fence("price", 1, 10_000), new Fence("minimum_nights", 1, 365));

  private Plausible() {}
}
