package dev.kindling.run;

import dev.kindling.check.Check;
import dev.kindling.check.CheckContext;
import dev.kindling.lab.CheckName;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs single checks of one answer through JUnit. */
final class CheckRunner implements AutoCloseable {

  private final Class<?> checks;
  private final LauncherSession launcher;

  /**
   * @param checks the class of the checks
   * @param context what they are injected with
   */
  CheckRunner(Class<?> checks, CheckContext context) {
    this.checks = checks;
    this.launcher =
        LauncherFactory.openSession(
            LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build());
    launcher.getStore().put(CheckContext.NAMESPACE, CheckContext.KEY, context);
  }

  /**
   * Runs one check on the calling thread.
   *
   * @param check as {@link CheckName} writes it
   * @return what it threw, or null when it passed
   * @throws IllegalStateException when no check of that name ran: that is never a pass
   */
  @Nullable Throwable run(String check) {
    Watch watch = new Watch();
    launcher
        .getLauncher()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selector(CheckName.of(check)))
                .enableImplicitConfigurationParameters(false)
                .build(),
            watch);
    if (watch.error != null) {
      return watch.error;
    }
    if (watch.passed != 1) {
      throw new IllegalStateException(
          "The check '%s' of %s did not run.".formatted(check, checks.getName()));
    }
    return null;
  }

  private DiscoverySelector selector(CheckName name) {
    Method method =
        Arrays.stream(checks.getDeclaredMethods())
            .filter(candidate -> candidate.isAnnotationPresent(Check.class))
            .filter(candidate -> candidate.getName().equals(name.method()))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    List<String> cases = List.of(method.getAnnotation(Check.class).cases());
    int place = cases.indexOf(name.testCase());
    boolean known = cases.isEmpty() ? !name.hasCase() : place >= 0;
    if (!known) {
      throw unknown(name);
    }
    return DiscoverySelectors.selectIteration(
        DiscoverySelectors.selectMethod(checks, method), Math.max(0, place));
  }

  private IllegalStateException unknown(CheckName name) {
    return new IllegalStateException("%s has no check '%s'.".formatted(checks.getName(), name));
  }

  @Override
  public void close() {
    launcher.close();
  }

  /** Remembers the first failure, of the check or of what holds it, and counts passes. */
  private static final class Watch implements TestExecutionListener {

    private @Nullable Throwable error;
    private int passed;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
        Throwable thrown =
            result
                .getThrowable()
                .orElseGet(() -> new IllegalStateException("The check was aborted."));
        error = error == null ? thrown : error;
      } else if (test.isTest()) {
        passed++;
      }
    }
  }
}
