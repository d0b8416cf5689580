/**
 * Twelve sensors that three unseen causes move, on scales from 1 to 10,000. Labs use {@code
 * LowRank}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.lowrank;

import org.jspecify.annotations.NullMarked;
