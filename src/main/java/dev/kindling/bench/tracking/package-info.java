/** Measures the tracking server beside MLflow's own, on the same machine and the same data. */
package dev.kindling.bench.tracking;
