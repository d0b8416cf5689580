/**
 * A chart ready to be drawn: scales, ticks and shapes in a square whose sides are 1, for whatever
 * draws them, be it a page or a terminal.
 *
 * <p>Uses {@code plot.spec} of ours.
 */
@NullMarked
package dev.kindling.plot.view;

import org.jspecify.annotations.NullMarked;
