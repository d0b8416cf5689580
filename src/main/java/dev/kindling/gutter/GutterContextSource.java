package dev.kindling.gutter;

import dev.kindling.check.CheckContext;
import dev.kindling.check.CheckContextSource;

/** Gives a check that runs on its own what it runs with; found by {@link java.util.ServiceLoader}. */
public final class GutterContextSource implements CheckContextSource {

  @Override
  public CheckContext start() {
    return GutterContext.start();
  }
}
