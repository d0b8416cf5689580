/**
 * Measures a profile beside Spark's own summary of the same frame.
 *
 * <p>Uses {@code bench} and {@code workbench} of ours.
 */
@NullMarked
package dev.kindling.bench.profile;

import org.jspecify.annotations.NullMarked;
