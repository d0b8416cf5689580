/**
 * A wind farm, its weather three times a day and the power it gave, along a known power curve. Labs
 * use {@code WindFarm}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.windfarm;

import org.jspecify.annotations.NullMarked;
