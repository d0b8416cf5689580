/**
 * Datasets, and which runs they are inputs of.
 *
 * <p>Uses {@code tracking.protocol} of ours.
 */
@NullMarked
package dev.kindling.tracking.datasets;

import org.jspecify.annotations.NullMarked;
