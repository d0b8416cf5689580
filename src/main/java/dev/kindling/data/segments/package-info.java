/**
 * Customers in four segments that are known, in columns of very different scales. Labs use {@code
 * Segments} and {@code AdjustedRand}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.segments;

import org.jspecify.annotations.NullMarked;
