package dev.kindling.tracking.metrics;

/** A value of a metric, and the run it belongs to. */
record RunMetric(String runId, Metric metric) {}
