package dev.kindling.tracking.filter;

/**
 * One comparison of a filter; a filter is a list of them that must all hold.
 *
 * @param comparator as it was written, except that lists and tests for NULL have theirs in capitals
 */
record Clause(Subject subject, String comparator, Value value) {}
