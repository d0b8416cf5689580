/**
 * Registered models, their versions, stages, aliases and tags. Of artifacts it knows only where a
 * run keeps its own.
 *
 * <p>Uses {@code tracking.artifacts}, {@code tracking.protocol} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.registry;

import org.jspecify.annotations.NullMarked;
