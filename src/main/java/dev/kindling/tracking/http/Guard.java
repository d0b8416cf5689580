package dev.kindling.tracking.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Set;

/**
 * Turns away what a web page of somebody else's could send: a Host that is not this machine's own
 * name (DNS rebinding), and any change that another origin asks for.
 */
final class Guard implements Handler {

  private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final Set<String> OPEN = Set.of("/health", "/version");
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Override
  public void handle(Context ctx) {
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "SAMEORIGIN");
    if (!OPEN.contains(ctx.path()) && !(isOwn(ctx.host()) && isOwn(ctx.req().getServerName()))) {
      refuse(ctx, "Invalid Host header - possible DNS rebinding attack detected");
    } else if (!SAFE.contains(ctx.method().name()) && isForeign(ctx)) {
      refuse(ctx, "Cross-origin request blocked");
    }
  }

  private static boolean isOwn(String host) {
    if (host == null) {
      return false;
    }
    int port = host.lastIndexOf(':');
    boolean hasPort = port > host.lastIndexOf(']') && port >= 0;
    return OWN_NAMES.contains(
        (hasPort ? host.substring(0, port) : host).toLowerCase(java.util.Locale.ROOT));
  }

  /** Whether a page of another origin sends this; programs send no origin. */
  private static boolean isForeign(Context ctx) {
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = ctx.header("Origin");
    return origin != null && !origin.equalsIgnoreCase("http://" + ctx.host());
  }

  private static void refuse(Context ctx, String message) {
    ctx.status(403).contentType("text/plain").result(message).skipRemainingHandlers();
  }
}
