/**
 * The searches of runs, experiments, datasets, models and versions. Knows the language of filters,
 * and of entities how they are loaded and shown.
 *
 * <p>Uses {@code tracking.experiments}, {@code tracking.filter}, {@code tracking.protocol}, {@code
 * tracking.registry}, {@code tracking.runs} and {@code tracking.store} of ours.
 */
@NullMarked
package dev.kindling.tracking.search;

import org.jspecify.annotations.NullMarked;
