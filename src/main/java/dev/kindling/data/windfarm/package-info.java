/**
 * A wind farm, its weather three times a day and the power it gave, along a known power curve. Labs
 * use {@code WindFarm}; the rest makes its rows.
 */
package dev.kindling.data.windfarm;
