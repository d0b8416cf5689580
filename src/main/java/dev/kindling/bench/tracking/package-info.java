/**
 * Measures the tracking server beside MLflow's own, on the same machine and the same data.
 *
 * <p>Uses {@code bench}, {@code tracking.store} and {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.bench.tracking;

import org.jspecify.annotations.NullMarked;
