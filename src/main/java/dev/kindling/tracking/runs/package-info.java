/**
 * Runs, and all that is logged to one: metrics, parameters, tags, models and datasets.
 *
 * <p>Uses {@code tracking.datasets}, {@code tracking.experiments}, {@code tracking.metrics}, {@code
 * tracking.protocol} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.runs;

import org.jspecify.annotations.NullMarked;
