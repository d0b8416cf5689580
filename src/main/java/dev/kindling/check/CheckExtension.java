package dev.kindling.check;

import dev.kindling.lab.CheckName;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/**
 * Injects the parameters of a check and settles its last expectation. A parameter is the lab's
 * contract (a fresh answer), the {@code SparkSession}, or a dataset: any class with a public
 * constructor that takes a {@code DataContext}; or, as a {@code String}, the case. Datasets are
 * made once per run.
 */
public final class CheckExtension
    implements TestTemplateInvocationContextProvider, ParameterResolver, InvocationInterceptor {

  /** The same as {@link CheckContext#NAMESPACE}, in the words of this layer of JUnit. */
  private static final Namespace NAMESPACE = Namespace.create("dev.kindling.check");

  private static final String UNANSWERED = "unanswered";

  @Override
  public boolean supportsTestTemplate(ExtensionContext test) {
    return test.getRequiredTestMethod().isAnnotationPresent(Check.class);
  }

  /** A run per case, or one if there are none. */
  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext test) {
    Method method = test.getRequiredTestMethod();
    String[] cases = method.getAnnotation(Check.class).cases();
    boolean takesOne = List.of(method.getParameterTypes()).contains(String.class);
    if (takesOne != cases.length > 0) {
      throw new IllegalStateException(
          takesOne
              ? "The check '%s' takes the name of a case but has none: say 'cases = {…}'."
                  .formatted(method.getName())
              : "The check '%s' has cases but is not told which: give it a String parameter."
                  .formatted(method.getName()));
    }
    return takesOne
        ? Stream.of(cases).map(name -> new CheckRun(new CheckName(method.getName(), name)))
        : Stream.of(new CheckRun(new CheckName(method.getName(), "")));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return Injection.supports(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    CheckContext context = context(test);
    if (type == SparkSession.class) {
      return context.spark();
    }
    if (Injection.isContract(type)) {
      return answer(type, context, test);
    }
    return dataset(type, context, store(test));
  }

  /** JUnit's store would remember a failure, too, and give it to every check after this one. */
  private static Object dataset(Class<?> type, CheckContext context, Store store) {
    Object made = store.get(type);
    if (made == null) {
      made = new Injection(context).value(type);
      store.put(type, made);
    }
    return made;
  }

  private static CheckContext context(ExtensionContext test) {
    return store(test)
        .getOrComputeIfAbsent(CheckContext.KEY, key -> CheckContextSource.startFirst(), CheckContext.class);
  }

  /**
   * The store of the whole run: of the launcher's session in the worker, of the engine in an IDE.
   */
  private static Store store(ExtensionContext test) {
    Store session = test.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE);
    return session.get(CheckContext.KEY) != null ? session : test.getRoot().getStore(NAMESPACE);
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

  @Override
  public void interceptTestTemplateMethod(
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
