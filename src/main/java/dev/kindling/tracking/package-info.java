/**
 * A tracking and model-registry server that speaks MLflow's REST protocol and keeps its data in
 * MLflow's own SQLite schema. {@link dev.kindling.tracking.TrackingServer} is the door. Loads no
 * Spark class.
 *
 * <p>Uses {@code tracking.artifacts}, {@code tracking.experiments}, {@code tracking.http}, {@code
 * tracking.metrics}, {@code tracking.page}, {@code tracking.protocol}, {@code tracking.registry},
 * {@code tracking.runs}, {@code tracking.search} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking;

import org.jspecify.annotations.NullMarked;
