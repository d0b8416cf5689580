package dev.kindling.plot.view;

import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart ready to be drawn.
 *
 * @param title above it; may be empty
 * @param subtitle the lines below the title
 * @param description the text for people who do not see it; may be empty
 * @param x the axis below; null when nothing is along it
 * @param y the axis to the left; null when nothing is along it
 * @param shapes what to draw, in this order
 * @param groups what each colour means; empty when there is only one
 * @param shading what the shades mean; null when it is no heat map
 */
public record View(
    String title,
    List<String> subtitle,
    String description,
    @Nullable Axis x,
    @Nullable Axis y,
    List<Shape> shapes,
    List<String> groups,
    @Nullable Shading shading) {

  public View {
    subtitle = List.copyOf(subtitle);
    shapes = List.copyOf(shapes);
    groups = List.copyOf(groups);
  }

  /** What a specification looks like. */
  public static View of(ChartSpec spec) {
    return new ViewReader(spec).view();
  }

  /** The shapes of one kind. */
  public <T extends Shape> List<T> shapes(Class<T> kind) {
    return shapes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
