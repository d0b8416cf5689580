package dev.kindling.check;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Java types as a learner writes them: without packages. */
final class TypeNames {

  private TypeNames() {}

  /** Such as {@code Dataset<Row>}. */
  static String simple(Type type) {
    if (type instanceof Class<?> plain) {
      return plain.getSimpleName();
    }
    if (type instanceof ParameterizedType generic) {
      return Arrays.stream(generic.getActualTypeArguments())
          .map(TypeNames::simple)
          .collect(Collectors.joining(", ", simple(generic.getRawType()) + "<", ">"));
    }
    return type.getTypeName();
  }
}
