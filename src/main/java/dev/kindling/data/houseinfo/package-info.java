/**
 * Houses as nested JSON records, with sentinels and missing objects that are known. Labs use {@code
 * HouseInfo}; the rest makes its rows.
 */
package dev.kindling.data.houseinfo;
