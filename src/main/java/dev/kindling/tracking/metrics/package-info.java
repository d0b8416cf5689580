/**
 * Metrics: how they are checked, written, kept as latest values, and read back as histories.
 *
 * <p>Uses {@code tracking.protocol} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.metrics;

import org.jspecify.annotations.NullMarked;
