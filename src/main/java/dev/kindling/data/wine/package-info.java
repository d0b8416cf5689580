/**
 * Red and white wines with their chemistry and the marks of tasters, whose best guess is known.
 * Labs use {@code Wines}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.wine;

import org.jspecify.annotations.NullMarked;
