/**
 * Twelve sensors that three unseen causes move, on scales from 1 to 10,000. Labs use {@code
 * LowRank}; the rest makes its rows.
 */
package dev.kindling.data.lowrank;
