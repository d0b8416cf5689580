package dev.kindling.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls the examples of a lab, injected as its checks are. */
public final class ExampleCall {

  private final Class<?> examples;

  /**
   * @param examples the class {@code <Name>Examples}
   */
  public ExampleCall(Class<?> examples) {
    this.examples = examples;
  }

  /**
   * Calls one example.
   *
   * @return what it returns; frames are not evaluated
   * @throws AnswerError when the answer fails
   * @throws IllegalStateException when there is no such example
   */
  public Object call(String name, CheckContext context) {
    Method method =
        Arrays.stream(examples.getDeclaredMethods())
            .filter(candidate -> candidate.isAnnotationPresent(Example.class))
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "%s has no example '%s'.".formatted(examples.getName(), name)));
    Injection injection = new Injection(context);
    Object[] arguments = Arrays.stream(method.getParameterTypes()).map(injection::value).toArray();
    try {
      var constructor = examples.getDeclaredConstructor();
      constructor.setAccessible(true);
      method.setAccessible(true);
      return method.invoke(constructor.newInstance(), arguments);
    } catch (InvocationTargetException e) {
      throw AnswerCode.rethrow(AnswerCode.unwrapped(e));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The example '%s' of %s cannot be called.".formatted(name, examples.getName()), e);
    }
  }
}
