/**
 * A tracking and model-registry server that speaks MLflow's REST protocol and keeps its data in
 * MLflow's own SQLite schema. {@link dev.kindling.tracking.TrackingServer} is the door. Loads no
 * Spark class.
 */
package dev.kindling.tracking;
