package dev.kindling.tracking.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON routes, called from within the process. */
@FunctionalInterface
public interface Api {

  /**
   * Calls a route.
   *
   * @param method GET, POST, PATCH or DELETE
   * @param path below MLflow's prefix, such as {@code runs/get}
   * @param fields those of the request
   * @return the answer
   * @throws TrackingException what a client would be told
   */
  ObjectNode call(String method, String path, ObjectNode fields);
}
