package dev.kindling.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

/**
 * Makes answers, and wraps them so that whatever goes wrong within them is an {@link AnswerError}
 * and cannot be taken for a fault of the checks.
 */
public final class Answers {

  private Answers() {}

  /**
   * A fresh, wrapped answer, made by the constructor without parameters.
   *
   * @throws AnswerError if there is no such constructor or it fails
   */
  public static <T> T create(Class<T> contract, Class<?> answerClass) {
    return wrap(contract, newInstance(contract, answerClass));
  }

  /** Wraps an answer. Its identity and its text are those of the answer. */
  public static <T> T wrap(Class<T> contract, Object answer) {
    if (!contract.isInterface()) {
      throw new IllegalArgumentException(
          "'%s' is no contract: a contract is an interface.".formatted(contract.getName()));
    }
    InvocationHandler calls = new AnswerCalls(answer);
    return contract.cast(
        Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, calls));
  }

  private static Object newInstance(Class<?> contract, Class<?> answerClass) {
    String name = answerClass.getSimpleName();
    if (!contract.isAssignableFrom(answerClass)) {
      throw new AnswerError(
          "%s does not implement %s: write 'public class %s implements %s'."
              .formatted(name, contract.getSimpleName(), name, contract.getSimpleName()),
          null);
    }
    if (Modifier.isAbstract(answerClass.getModifiers())) {
      throw new AnswerError(
          "%s is abstract, so it cannot be created: make it an ordinary class.".formatted(name),
          null);
    }
    try {
      Constructor<?> constructor = answerClass.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException e) {
      throw new AnswerError(
          "%s has no constructor without parameters: remove its constructors, or add one."
              .formatted(name),
          e);
    } catch (Throwable thrown) {
      throw creationFailed(name, thrown);
    }
  }

  private static RuntimeException creationFailed(String name, Throwable thrown) {
    Throwable cause = AnswerCode.unwrapped(thrown);
    if (cause instanceof ExceptionInInitializerError && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (AnswerCode.isFatal(cause)) {
      return AnswerCode.rethrow(cause);
    }
    return new AnswerError(
        "Creating %s failed: %s".formatted(name, AnswerCode.firstLine(cause)), cause);
  }
}
