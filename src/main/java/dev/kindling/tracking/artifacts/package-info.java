/**
 * Files of runs and models: kept in one folder, which nothing that is asked for leads out of.
 *
 * <p>Uses {@code tracking.http}, {@code tracking.protocol} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.artifacts;

import org.jspecify.annotations.NullMarked;
