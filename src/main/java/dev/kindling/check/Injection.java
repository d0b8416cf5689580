package dev.kindling.check;

import dev.kindling.data.DataContext;
import dev.kindling.lab.Lab;
import dev.kindling.mlflow.TrackingContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/**
 * What a check or an example may ask for: the lab's contract (a fresh answer), the {@code
 * SparkSession}, a dataset: any class with a public constructor that takes a {@link DataContext},
 * or a tracking server: any class with one that takes a {@link TrackingContext}.
 */
final class Injection {

  private static final Set<Class<?>> CONTEXTS = Set.of(DataContext.class, TrackingContext.class);

  private final CheckContext context;

  Injection(CheckContext context) {
    this.context = context;
  }

  static boolean supports(Class<?> type) {
    return type == SparkSession.class || isContract(type) || maker(type).isPresent();
  }

  static boolean isContract(Class<?> type) {
    return type.isAnnotationPresent(Lab.class);
  }

  /**
   * A value for a parameter.
   *
   * @throws AnswerError when it is the answer and it cannot be created
   */
  Object value(Class<?> type) {
    if (type == SparkSession.class) {
      return context.spark();
    }
    return isContract(type) ? context.answer(type) : make(type);
  }

  private Object make(Class<?> type) {
    Constructor<?> constructor =
        maker(type)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "'%s' cannot be injected: ask for the contract, a dataset, SparkSession or TrackingSpace."
                            .formatted(type.getName())));
    try {
      boolean tracks = constructor.getParameterTypes()[0] == TrackingContext.class;
      return constructor.newInstance(tracks ? context.tracking() : context.data());
    } catch (InvocationTargetException e) {
      throw AnswerCode.rethrow(AnswerCode.unwrapped(e));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "'%s' cannot be created: make it a public class that is not abstract."
              .formatted(type.getSimpleName()),
          e);
    }
  }

  private static Optional<Constructor<?>> maker(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .filter(constructor -> constructor.getParameterCount() == 1)
        .filter(constructor -> CONTEXTS.contains(constructor.getParameterTypes()[0]))
        .findFirst();
  }
}
