package dev.kindling.tracking.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one route does: from the request's fields to the answer's. */
@FunctionalInterface
public interface Handler {

  /**
   * Carries out a request.
   *
   * @return the body of the answer
   * @throws TrackingException what the client did wrong
   */
  ObjectNode handle(Fields request);
}
