/**
 * Profiles and comparisons as pages that stand alone.
 *
 * <p>Uses {@code plot.page}, {@code plot.spec} and {@code profile.report} of ours.
 */
@NullMarked
package dev.kindling.profile.page;

import org.jspecify.annotations.NullMarked;
