/**
 * Columns that matter, copies of them and columns that are noise, all under names that say nothing.
 * Labs use {@code Signals}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.selection;

import org.jspecify.annotations.NullMarked;
