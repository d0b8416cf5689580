/**
 * Profiling of a frame, in the four parts of the usual tools: overview, columns, correlations,
 * alerts; and the comparison of two frames. {@code Profile.of(df)} is the way in.
 *
 * <p>Uses {@code profile.page}, {@code profile.report}, {@code profile.scan} and {@code
 * profile.stat} of ours.
 */
@NullMarked
package dev.kindling.profile;

import org.jspecify.annotations.NullMarked;
