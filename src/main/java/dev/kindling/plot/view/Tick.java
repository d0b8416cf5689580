package dev.kindling.plot.view;

/**
 * A mark on an axis.
 *
 * @param at where, from 0 to 1
 * @param label what it says
 */
public record Tick(double at, String label) {}
