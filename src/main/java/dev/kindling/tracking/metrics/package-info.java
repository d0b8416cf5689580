/** Metrics: how they are checked, written, kept as latest values, and read back as histories. */
package dev.kindling.tracking.metrics;
