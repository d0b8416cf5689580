/**
 * The searches of runs, experiments, datasets, models and versions. Knows the language of filters,
 * and of entities how they are loaded and shown.
 */
package dev.kindling.tracking.search;
