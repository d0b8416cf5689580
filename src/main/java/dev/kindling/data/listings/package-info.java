/**
 * Short-term rentals in an invented harbour city, with known prices, gaps, outliers and duplicates.
 * Labs use {@code Listings}; the rest makes its rows.
 */
package dev.kindling.data.listings;
