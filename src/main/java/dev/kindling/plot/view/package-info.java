/**
 * A chart ready to be drawn: scales, ticks and shapes in a square whose sides are 1, for whatever
 * draws them, be it a page or a terminal. Depends on {@code plot.spec} alone.
 */
package dev.kindling.plot.view;
