package dev.kindling.cli.command;

import dev.kindling.workbench.KindlingService;

/** The connection to the service; made when it is needed, and again when it was lost. */
public final class Connection implements AutoCloseable {

  private final Context context;
  private KindlingService service;

  public Connection(Context context) {
    this.context = context;
  }

  public synchronized KindlingService service() {
    if (service == null) {
      service =
          context
              .engine()
              .connect(context.options().noWorkbench, notice -> context.console().notice(notice));
    }
    return service;
  }

  /** Forgets a service that went away, so that the next call connects anew. */
  public synchronized void lost(KindlingService gone) {
    if (service == gone) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    if (service != null) {
      KindlingService closing = service;
      service = null;
      closing.close();
    }
  }
}
