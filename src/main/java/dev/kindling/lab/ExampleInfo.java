package dev.kindling.lab;

/**
 * A call that shows what a task returns, for {@code lab run}.
 *
 * @param name the method in {@code <Name>Examples}
 * @param task the task it shows
 */
public record ExampleInfo(String name, int task) {}
