/**
 * Houses as nested JSON records, with sentinels and missing objects that are known. Labs use {@code
 * HouseInfo}; the rest makes its rows.
 *
 * <p>Uses {@code data} and {@code reference} of ours.
 */
@NullMarked
package dev.kindling.data.houseinfo;

import org.jspecify.annotations.NullMarked;
