package dev.kindling.tracking.protocol;

/** Where a group of routes puts its handlers. */
public interface Routes {

  /**
   * Adds a route.
   *
   * @param method GET, POST, PATCH or DELETE
   * @param path below {@code /api/2.0/mlflow/} and {@code /ajax-api/2.0/mlflow/}, such as {@code
   *     runs/create}
   */
  void add(String method, String path, Handler handler);

  default void get(String path, Handler handler) {
    add("GET", path, handler);
  }

  default void post(String path, Handler handler) {
    add("POST", path, handler);
  }

  default void patch(String path, Handler handler) {
    add("PATCH", path, handler);
  }

  default void delete(String path, Handler handler) {
    add("DELETE", path, handler);
  }
}
