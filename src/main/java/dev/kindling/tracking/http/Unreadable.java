package dev.kindling.tracking.http;

import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.ErrorCode;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Answers requests that the web server itself refuses, such as one that names no host, as every
 * other error is told; without this they get a page that repeats what they sent.
 */
final class Unreadable implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Object reason = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    byte[] body =
        Answers.error(
            ErrorCode.BAD_REQUEST,
            "The request cannot be read (%s): check its address and its headers."
                .formatted(reason));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}
