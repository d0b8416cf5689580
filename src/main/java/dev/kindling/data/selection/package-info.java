/**
 * Columns that matter, copies of them and columns that are noise, all under names that say nothing.
 * Labs use {@code Signals}; the rest makes its rows.
 */
package dev.kindling.data.selection;
