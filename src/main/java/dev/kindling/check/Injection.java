package dev.kindling.check;

import dev.kindling.data.DataContext;
import dev.kindling.lab.Lab;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * What a check or an example may ask for: the lab's contract (a fresh answer), the {@code
 * SparkSession}, or a dataset: any class with a public constructor that takes a {@link
 * DataContext}.
 */
final class Injection {

  private final CheckContext context;

  Injection(CheckContext context) {
    this.context = context;
  }

  static boolean supports(Class<?> type) {
    return type == SparkSession.class || isContract(type) || dataset(type).isPresent();
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
        dataset(type)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "'%s' cannot be injected: ask for the contract, a dataset or SparkSession."
                            .formatted(type.getName())));
    try {
      return constructor.newInstance(context.data());
    } catch (InvocationTargetException e) {
      throw AnswerCode.rethrow(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The dataset '%s' cannot be created: make it a public class that is not abstract."
              .formatted(type.getSimpleName()),
          e);
    }
  }

  private static Optional<Constructor<?>> dataset(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .filter(constructor -> constructor.getParameterCount() == 1)
        .filter(constructor -> constructor.getParameterTypes()[0] == DataContext.class)
        .findFirst();
  }
}
