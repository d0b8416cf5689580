/**
 * Charts of Spark frames: Spark counts, averages or samples, and what reaches this process is small
 * enough to look at. The chart itself is a {@link dev.kindling.plot.spec.ChartSpec}. Depends on
 * {@code plot.spec} alone.
 */
package dev.kindling.plot;
