/**
 * People and whether they earn much, with texts as raw as those of a census and a known probability
 * for each. Labs use {@code Census}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.census;

import org.jspecify.annotations.NullMarked;
