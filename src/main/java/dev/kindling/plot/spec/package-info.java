/**
 * A chart as data: a Vega-Lite specification of one view with its rows inside, checked when it is
 * made. Loads no Spark class and depends on nothing of ours.
 */
package dev.kindling.plot.spec;
