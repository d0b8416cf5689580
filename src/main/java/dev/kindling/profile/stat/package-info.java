/**
 * Statistics in plain Java that can be taken part by part and merged: moments, quantiles, counts of
 * values, correlations, tests. Knows neither Spark nor reports, so every formula is tested by hand.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.profile.stat;

import org.jspecify.annotations.NullMarked;
