/**
 * Profiling of a frame, in the four parts of the usual tools: overview, columns, correlations,
 * alerts; and the comparison of two frames. {@code Profile.of(df)} is the way in. May use {@code
 * plot} to draw.
 */
package dev.kindling.profile;
