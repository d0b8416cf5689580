package dev.kindling.check;

import dev.kindling.data.DataContext;
import dev.kindling.lab.Lab;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Injects the parameters of a check and settles its last expectation. A parameter is the lab's
 * contract (a fresh answer), the {@code SparkSession}, or a dataset: any class with a public
 * constructor that takes a {@link DataContext}. Datasets are made once per check class and run.
 */
public final class CheckExtension implements ParameterResolver, InvocationInterceptor {

  /** The same as {@link CheckContext#NAMESPACE}, in the words of this layer of JUnit. */
  private static final Namespace NAMESPACE = Namespace.create("dev.kindling.check");

  private static final String UNANSWERED = "unanswered";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == SparkSession.class
        || type.isAnnotationPresent(Lab.class)
        || dataset(type).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    CheckContext context = context(test);
    if (type == SparkSession.class) {
      return context.spark();
    }
    if (type.isAnnotationPresent(Lab.class)) {
      return answer(type, context, test);
    }
    Store datasets = test.getParent().orElse(test).getStore(NAMESPACE);
    return datasets.getOrComputeIfAbsent(type, key -> make(type, context));
  }

  private static CheckContext context(ExtensionContext test) {
    CheckContext given =
        test.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
            .get(CheckContext.KEY, CheckContext.class);
    return given != null
        ? given
        : test.getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(
                CheckContext.KEY, key -> GutterContext.start(), CheckContext.class);
  }

  /**
   * JUnit would wrap what is thrown here, and the verdict would be about a parameter. So a failure
   * waits until the check would run.
   */
  private static Object answer(Class<?> contract, CheckContext context, ExtensionContext test) {
    try {
      return context.answer(contract);
    } catch (AnswerError e) {
      test.getStore(NAMESPACE).put(UNANSWERED, e);
      return null;
    }
  }

  private static Optional<Constructor<?>> dataset(Class<?> type) {
    return Arrays.stream(type.getConstructors())
        .filter(constructor -> constructor.getParameterCount() == 1)
        .filter(constructor -> constructor.getParameterTypes()[0] == DataContext.class)
        .findFirst();
  }

  private static Object make(Class<?> type, CheckContext context) {
    try {
      return dataset(type)
          .orElseThrow()
          .newInstance(new DataContext(context.spark(), context.seed(), context.cache()));
    } catch (InvocationTargetException e) {
      throw AnswerCode.rethrow(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new ParameterResolutionException(
          "The dataset '%s' cannot be created: make it a public class that is not abstract."
              .formatted(type.getSimpleName()),
          e);
    }
  }

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext test)
      throws Throwable {
    AnswerError unanswered = test.getStore(NAMESPACE).get(UNANSWERED, AnswerError.class);
    if (unanswered != null) {
      invocation.skip();
      throw unanswered;
    }
    CheckScope.run(invocation::proceed);
  }
}
