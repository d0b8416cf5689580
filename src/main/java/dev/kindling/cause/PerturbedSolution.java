package dev.kindling.cause;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The solution, which is handed something else than what it was called with. */
public final class PerturbedSolution implements InvocationHandler {

  private final Object solution;
  private final String task;
  private final Perturbation perturbation;

  private PerturbedSolution(Object solution, String task, Perturbation perturbation) {
    this.solution = solution;
    this.task = task;
    this.perturbation = perturbation;
  }

  /**
   * The solution, called with changed arguments for one task.
   *
   * @param contract the lab's interface
   * @param solution an instance of the solution
   * @param task the method whose arguments are changed
   */
  public static Object of(
      Class<?> contract, Object solution, String task, Perturbation perturbation) {
    return Proxy.newProxyInstance(
        contract.getClassLoader(),
        new Class<?>[] {contract},
        new PerturbedSolution(solution, task, perturbation));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    boolean changed = method.getName().equals(task) && arguments != null;
    try {
      method.setAccessible(true);
      return method.invoke(
          solution, changed ? perturbation.change().apply(arguments.clone()) : arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
