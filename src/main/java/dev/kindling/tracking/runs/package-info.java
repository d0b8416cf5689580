/** Runs, and all that is logged to one: metrics, parameters, tags, models and datasets. */
package dev.kindling.tracking.runs;
