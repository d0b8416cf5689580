package dev.kindling.check;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;

/** Hands a {@link CheckContext} from whoever runs JUnit to the checks that it runs. */
public final class CheckSession {

  private static final String OWNER = "dev.kindling.check";
  private static final String KEY = "context";

  static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(OWNER);

  private CheckSession() {}

  /** Every check that this session runs from now on gets this context. */
  public static void open(LauncherSession session, CheckContext context) {
    session.getStore().put(Namespace.create(OWNER), KEY, context);
  }

  /** The context of a running check. */
  static CheckContext context(ExtensionContext test) {
    CheckContext given =
        test.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE).get(KEY, CheckContext.class);
    return given != null
        ? given
        : test.getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(KEY, key -> GutterContext.start(), CheckContext.class);
  }
}
