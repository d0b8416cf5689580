package dev.kindling.check.compare;

import org.jspecify.annotations.Nullable;

/** Whether two values count as equal; they are looked into as deep as they go. */
public final class Same {

  private Same() {}

  /** Numbers are compared with the tolerance, vectors and collections element by element. */
  public static boolean values(@Nullable Object one, @Nullable Object other, Tolerance tolerance) {
    return Cell.of(one, tolerance).matches(Cell.of(other, tolerance));
  }
}
