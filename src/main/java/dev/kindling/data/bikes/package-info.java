/**
 * Rented bikes, hour by hour, with the habits of working days and days off, a growth and a noise
 * that are known. Labs use {@code Bikes}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.bikes;

import org.jspecify.annotations.NullMarked;
