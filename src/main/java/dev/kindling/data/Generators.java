package dev.kindling.data;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds every generator below this package, so that none is listed by hand. */
public final class Generators {

  private Generators() {}

  /**
   * All generators, by name.
   *
   * @throws IllegalStateException if there is none, or one cannot be created
   */
  public static List<Generator<?>> find() {
    List<Generator<?>> found = new ArrayList<>();
    for (String name : ClassFiles.of(Generator.class, Integer.MAX_VALUE).keySet()) {
      try {
        Class<?> type = Class.forName(name, false, Generator.class.getClassLoader());
        if (Generator.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          found.add((Generator<?>) type.getConstructor().newInstance());
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "The generator '%s' cannot be created: make it public, with a public constructor without arguments."
                .formatted(name),
            e);
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "There is no generator below the package '%s': is the class path complete?"
              .formatted(Generator.class.getPackageName()));
    }
    found.sort(Comparator.comparing(Generator::name));
    return found;
  }
}
