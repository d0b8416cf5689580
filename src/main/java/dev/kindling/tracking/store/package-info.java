/**
 * The SQLite file: its schema, reading beside writing, and writes that are on disk before anybody
 * hears of them.
 *
 * <p>Uses nothing else of ours.
 */
@NullMarked
package dev.kindling.tracking.store;

import org.jspecify.annotations.NullMarked;
