package dev.kindling.plot.page;

import dev.kindling.plot.view.Axis;
import dev.kindling.plot.view.Tick;
import dev.kindling.plot.view.View;
import java.util.Comparator;

/**
 * Where the square of the view lies in the picture: labels need room.
 *
 * @param left the room to the left
 * @param right the room to the right, for half of the last label
 * @param bottom the room below
 * @param slanted whether the labels below must be slanted to fit
 */
record Frame(double left, double right, double bottom, boolean slanted) {

  static final int WIDTH = 720;
  static final int HEIGHT = 420;
  private static final int EDGE = 14;
  private static final double LETTER = 6.6;
  private static final int LONGEST = 24;
  private static final int LONGEST_TITLE = 52;

  static Frame of(View view) {
    double left = EDGE;
    if (view.y() != null) {
      left = 36 + LETTER * longest(view.y());
    }
    double right = EDGE;
    double bottom = EDGE;
    boolean slanted = false;
    if (view.x() != null) {
      double room = (WIDTH - left - right) / Math.max(1, view.x().ticks().size());
      slanted = view.x().bands() && LETTER * longest(view.x()) > room;
      right = Math.max(right, halfOfTheLast(view.x()));
      bottom = slanted ? 44 + LETTER * 0.7 * longest(view.x()) : 48;
    }
    return new Frame(left, right, bottom, slanted);
  }

  /** Labels of numbers stand in the middle below their ticks, and the last may stand at the end. */
  private static double halfOfTheLast(Axis axis) {
    return axis.bands() || axis.ticks().isEmpty()
        ? 0
        : LETTER / 2 * cut(axis.ticks().get(axis.ticks().size() - 1).label()).length();
  }

  private static int longest(Axis axis) {
    return axis.ticks().stream()
        .map(Tick::label)
        .map(label -> cut(label))
        .map(String::length)
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  /** A label that leaves room for the chart. */
  static String cut(String label) {
    return cut(label, LONGEST);
  }

  /** An axis title that is no longer than its axis. */
  static String cutTitle(String title) {
    return cut(title, LONGEST_TITLE);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  double x(double share) {
    return left + share * (WIDTH - right - left);
  }

  double y(double share) {
    return HEIGHT - bottom - share * (HEIGHT - bottom - EDGE);
  }
}
