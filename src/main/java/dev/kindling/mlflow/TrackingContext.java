package dev.kindling.mlflow;

/**
 * Which tracking server a check works with, and for which lab.
 *
 * @param uri where the server is, such as {@code http://127.0.0.1:5000}
 * @param lab the lab's id, such as {@code day2/tracking}
 */
public record TrackingContext(String uri, String lab) {}
