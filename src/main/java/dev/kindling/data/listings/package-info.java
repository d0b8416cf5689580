/**
 * Short-term rentals in an invented harbour city, with known prices, gaps, outliers and duplicates.
 * Labs use {@code Listings}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.listings;

import org.jspecify.annotations.NullMarked;
