/**
 * Red and white wines with their chemistry and the marks of tasters, whose best guess is known.
 * Labs use {@code Wines}; the rest makes its rows.
 */
package dev.kindling.data.wine;
