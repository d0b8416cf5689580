package dev.kindling.tracking.filter;

/**
 * What is compared or ordered by.
 *
 * @param key the name of the metric, tag, … without quotes, or of the attribute
 */
public record Subject(SubjectType type, String key) {

  boolean is(SubjectType other) {
    return type == other;
  }
}
