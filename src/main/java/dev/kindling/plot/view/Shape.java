package dev.kindling.plot.view;

import java.util.List;

/** Something to draw. Coordinates go from 0 to 1, from the left and from the bottom. */
public sealed interface Shape {

  /** What a reader is told who points at it. */
  String label();

  /**
   * A bar.
   *
   * @param upright whether its length is its height
   * @param name the category or the bin that it stands for
   * @param value its length, as text
   * @param group the number of its colour
   */
  record Bar(
      double x0,
      double x1,
      double y0,
      double y1,
      boolean upright,
      String name,
      String value,
      int group)
      implements Shape {

    /** Its length as a share of the chart. */
    public double length() {
      return upright ? Math.abs(y1 - y0) : Math.abs(x1 - x0);
    }

    @Override
    public String label() {
      return name + ": " + value;
    }
  }

  /** A point. */
  record Dot(double x, double y, int group, String label) implements Shape {}

  /**
   * A line through points.
   *
   * @param filled whether the area below is filled
   */
  record Path(List<Dot> dots, int group, boolean filled, String label) implements Shape {

    public Path {
      dots = List.copyOf(dots);
    }
  }

  /**
   * A box with whiskers, along {@code x} when it lies and along {@code y} when it stands.
   *
   * @param upright whether it stands
   * @param from the start of its thickness, on the other axis
   * @param to the end of its thickness
   * @param places the low whisker, the first quartile, the median, the third quartile and the high
   *     whisker, from 0 to 1
   * @param outliers what lies beyond the whiskers, from 0 to 1
   * @param name the category
   */
  record Box(
      boolean upright,
      double from,
      double to,
      List<Double> places,
      List<Double> outliers,
      String name,
      String label,
      int group)
      implements Shape {

    public Box {
      places = List.copyOf(places);
      outliers = List.copyOf(outliers);
    }
  }

  /**
   * A cell of a heat map.
   *
   * @param shade from 0 (the least) to 1 (the most), or NaN where there is no value
   * @param value as text
   */
  record Cell(double x0, double x1, double y0, double y1, double shade, String value, String label)
      implements Shape {}

  /** Words, large when they are all there is. */
  record Words(double x, double y, String text) implements Shape {

    @Override
    public String label() {
      return text;
    }
  }
}
