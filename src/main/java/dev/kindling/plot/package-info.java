/**
 * Charts of Spark frames: Spark counts, averages or samples, and what reaches this process is small
 * enough to look at. The chart itself is a {@link dev.kindling.plot.spec.ChartSpec}.
 *
 * <p>Uses {@code plot.spec} and {@code plot.tree} of ours.
 */
@NullMarked
package dev.kindling.plot;

import org.jspecify.annotations.NullMarked;
