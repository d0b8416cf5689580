/**
 * Customers in four segments that are known, in columns of very different scales. Labs use {@code
 * Segments} and {@code AdjustedRand}; the rest makes its rows.
 */
package dev.kindling.data.segments;
