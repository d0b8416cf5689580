package dev.kindling.plot.spec;

/**
 * Column names in a specification. Vega-Lite reads a dot or a bracket in a field as a path into an
 * object, so a column {@code price.usd} is written {@code price\.usd}.
 */
public final class FieldNames {

  private FieldNames() {}

  /** The column's name as a specification writes it. */
  public static String escape(String column) {
    return column.replaceAll("([\\\\.\\[\\]])", "\\\\$1");
  }

  /** The column that a specification's field names. */
  public static String unescape(String field) {
    return field.replaceAll("\\\\(.)", "$1");
  }
}
