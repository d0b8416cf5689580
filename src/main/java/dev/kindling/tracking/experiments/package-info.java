/** Experiments and their tags: rows, rules, JSON and routes. */
package dev.kindling.tracking.experiments;
