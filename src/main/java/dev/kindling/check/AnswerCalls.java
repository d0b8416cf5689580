package dev.kindling.check;

import dev.kindling.lab.Task;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Passes calls on to an answer, and says which method of it failed. */
final class AnswerCalls implements InvocationHandler {

  private static final String TODO = "TODO";

  private final Object answer;

  AnswerCalls(Object answer) {
    this.answer = answer;
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
      return answer.equals(unwrapped(arguments[0]));
    }
    Object result;
    try {
      method.setAccessible(true);
      result = method.invoke(answer, arguments);
    } catch (Throwable thrown) {
      throw failed(method, AnswerCode.unwrapped(thrown));
    }
    if (result == null && method.getReturnType() != void.class) {
      throw error(
          method,
          "'%s' returned null: return the %s it asks for."
              .formatted(method.getName(), TypeNames.simple(method.getGenericReturnType())),
          null);
    }
    return result;
  }

  private static Object unwrapped(Object other) {
    return other != null
            && Proxy.isProxyClass(other.getClass())
            && Proxy.getInvocationHandler(other) instanceof AnswerCalls calls
        ? calls.answer
        : other;
  }

  private static Throwable failed(Method method, Throwable cause) {
    if (AnswerCode.isFatal(cause) || cause instanceof AnswerError) {
      return cause;
    }
    if (isTodo(cause)) {
      return new TodoError(
          "'%s' is still to do: %s".formatted(method.getName(), cause.getMessage()),
          cause,
          method.getName(),
          task(method));
    }
    if (cause instanceof StackOverflowError) {
      return error(
          method,
          "'%s' calls itself for ever, until the stack is full.".formatted(method.getName()),
          cause);
    }
    return error(
        method, "'%s' threw %s".formatted(method.getName(), AnswerCode.firstLine(cause)), cause);
  }

  private static boolean isTodo(Throwable thrown) {
    return thrown instanceof UnsupportedOperationException
        && thrown.getMessage() != null
        && thrown.getMessage().strip().startsWith(TODO);
  }

  private static AnswerError error(Method method, String message, @Nullable Throwable cause) {
    return new AnswerError(message, cause, method.getName(), task(method));
  }

  private static int task(Method method) {
    Task task = method.getAnnotation(Task.class);
    return task == null ? 0 : task.value();
  }
}
