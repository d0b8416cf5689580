package dev.kindling.data.houseinfo;

import dev.kindling.data.Table;
import org.jspecify.annotations.Nullable;

/**
 * The same houses in the same order, at four stages.
 *
 * @param lines one column {@code value}: each house as a line of JSON
 * @param flat one column per number or text of the record, as it stands: with sentinels, and null
 *     where the object around it is missing
 * @param cleaned the flat columns with null instead of every sentinel
 * @param complete the flat columns as they would be had nothing been lost
 */
public record HouseTables(Table lines, Table flat, Table cleaned, Table complete) {

  static boolean isSentinel(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() == HouseInfo.NOT_KNOWN;
  }
}
