/**
 * Experiments and their tags: rows, rules, JSON and routes.
 *
 * <p>Uses {@code tracking.protocol} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.experiments;

import org.jspecify.annotations.NullMarked;
