package dev.kindling.mlflow.rest;

/**
 * What stands behind the question mark of an address.
 *
 * @param text encoded, without the question mark; empty for none
 */
public record Query(String text) {

  public static final Query NONE = new Query("");

  /** A query of one value. */
  public static Query of(String name, String value) {
    return NONE.and(name, value);
  }

  /** This query and one value more; a null is left out. */
  public Query and(String name, String value) {
    if (value == null) {
      return this;
    }
    String pair = PercentEncoding.of(name) + "=" + PercentEncoding.of(value);
    return new Query(text.isEmpty() ? pair : text + "&" + pair);
  }

  /** This query and each of the values under the same name. */
  public Query and(String name, Iterable<String> values) {
    Query all = this;
    for (String value : values) {
      all = all.and(name, value);
    }
    return all;
  }

  /** A path with this query behind it. */
  String behind(String path) {
    return text.isEmpty() ? path : path + "?" + text;
  }
}
