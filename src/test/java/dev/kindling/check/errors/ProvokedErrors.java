package dev.kindling.check.errors;

import day9.sample.ColumnErrors;
import day9.sample.DeltaErrors;
import day9.sample.FeatureErrors;
import day9.sample.FileErrors;
import day9.sample.FunctionErrors;
import day9.sample.JavaErrors;
import day9.sample.ModelErrors;
import day9.sample.SqlErrors;
import day9.sample.TrackingErrors;
import day9.sample.ValueErrors;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Finds every method of the sample answers that provokes a real error, and runs it. */
final class ProvokedErrors {

  private static final List<Class<?>> SAMPLES =
      List.of(
          ColumnErrors.class,
          SqlErrors.class,
          ValueErrors.class,
          FileErrors.class,
          DeltaErrors.class,
          FeatureErrors.class,
          ModelErrors.class,
          TrackingErrors.class,
          FunctionErrors.class,
          JavaErrors.class);

  private ProvokedErrors() {}

  static Stream<ProvokedError> all() {
    return SAMPLES.stream()
        .flatMap(sample -> Arrays.stream(sample.getDeclaredMethods()))
        .filter(ProvokedErrors::provokes)
        .sorted(
            Comparator.comparing((Method m) -> m.getDeclaringClass().getName())
                .thenComparing(Method::getName))
        .map(ProvokedError::new);
  }

  private static boolean provokes(Method method) {
    return Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {Bench.class});
  }

  /** One mistake of a learner, named by its class and method. */
  record ProvokedError(Method method) {

    String name() {
      return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** Makes the mistake, in a session and a folder of its own. */
    Throwable provoke(SparkSession spark, Path scratch) throws Exception {
      Path folder = Files.createTempDirectory(scratch, "e");
      method.setAccessible(true);
      try {
        method.invoke(null, new Bench(spark.newSession(), folder));
      } catch (InvocationTargetException e) {
        return e.getCause();
      }
      throw new AssertionError(name() + " went well, and should have failed");
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
