package dev.kindling.tracking.filter;

/** One thing to order by. */
record OrderTerm(Subject subject, boolean ascending) {

  String direction() {
    return ascending ? "ASC" : "DESC";
  }
}
