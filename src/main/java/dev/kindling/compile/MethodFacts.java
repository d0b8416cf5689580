package dev.kindling.compile;

/**
 * What is known of a method of an answer.
 *
 * @param line the first line of its body
 * @param digest changes when its code changes, not when only its lines move
 */
public record MethodFacts(int line, int digest) {}
