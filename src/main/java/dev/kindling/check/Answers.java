package dev.kindling.check;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;

/**
 * Makes answers, and wraps them so that whatever goes wrong within them is an {@link AnswerError}
 * and cannot be taken for a fault of the checks.
 *
 * @param <T> the contract
 */
public final class Answers<T> {

  private final Class<T> contract;

  public Answers(Class<T> contract) {
    if (!contract.isInterface()) {
      throw new IllegalArgumentException(
          "'%s' is no contract: a contract is an interface.".formatted(contract.getName()));
    }
    this.contract = contract;
  }

  /**
   * A fresh, wrapped answer, made by the constructor without parameters.
   *
   * @throws AnswerError if there is no such constructor or it fails
   */
  public T create(Class<?> answerClass) {
    return wrap(newInstance(answerClass));
  }

  /** Wraps an answer. Its identity and its text are those of the answer. */
  public T wrap(Object answer) {
    InvocationHandler calls = new AnswerCalls(answer);
    return contract.cast(
        Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, calls));
  }

  private Object newInstance(Class<?> answerClass) {
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
