/**
 * A chart as data: a Vega-Lite specification of one view with its rows inside, checked when it is
 * made. Loads no Spark class.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.plot.spec;

import org.jspecify.annotations.NullMarked;
