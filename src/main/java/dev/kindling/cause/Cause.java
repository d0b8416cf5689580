package dev.kindling.cause;

/**
 * Why an answer is wrong.
 *
 * @param id a name for it, such as {@code fit-on-all-rows}
 * @param text what was done, how the numbers show it, and what to do
 */
public record Cause(String id, String text) {}
