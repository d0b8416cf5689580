package dev.kindling.data.houseinfo;

/**
 * What was planted in {@link HouseInfo}, in plain Java.
 *
 * @param prices how a price comes about
 * @param houses the 500 houses
 * @param canary the 100 other houses
 */
public record HouseInfoTruth(HousePrices prices, HouseTables houses, HouseTables canary) {}
