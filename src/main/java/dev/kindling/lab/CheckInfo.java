package dev.kindling.lab;

/**
 * A check as the lab's {@code <Name>Checks} class declares it: known before anything runs, so that
 * a crash never shrinks the maximum.
 *
 * @param name the test method, with its case if it has several; see {@link CheckName}
 * @param task the task it judges
 * @param points what passing it is worth
 * @param seconds how long the answer may take in it, as on a quiet machine
 */
public record CheckInfo(String name, int task, double points, int seconds) {}
