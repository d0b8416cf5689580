package dev.kindling.tracking.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.th;

import j2html.tags.specialized.ThTag;

/** The order of a table, and headers that change it: first ascending, then descending. */
final class Sorting {

  private static final String ASCENDING = " ASC";
  private static final String DESCENDING = " DESC";

  private final String orderBy;
  private final Link table;

  /**
   * @param orderBy in MLflow's grammar, or empty for the usual order
   * @param table the table's address without an order
   */
  Sorting(String orderBy, Link table) {
    this.orderBy = orderBy;
    this.table = table;
  }

  String orderBy() {
    return orderBy;
  }

  /** A header that sorts by a column. */
  ThTag header(String name, String column) {
    boolean ascending = orderBy.equals(column + ASCENDING);
    boolean descending = orderBy.equals(column + DESCENDING);
    String next = column + (ascending ? DESCENDING : ASCENDING);
    String address = table.toString();
    String joined =
        address
            + (address.contains("?") ? "&" : "?")
            + Link.to().with("order_by", next).toString().substring(2);
    ThTag header =
        th(a(name + (ascending ? " \u2191" : descending ? " \u2193" : "")).withHref(joined));
    if (ascending || descending) {
      header.attr("aria-sort", ascending ? "ascending" : "descending");
    }
    return header;
  }
}
