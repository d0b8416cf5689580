package dev.kindling.data.houseinfo;

import dev.kindling.data.Table;
import java.util.List;
import java.util.Objects;
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

  /** How many houses have the sentinel -1 in a column. */
  public int sentinels(String column) {
    return (int)
        flat.values(column).present().stream()
            .filter(value -> value instanceof Number number && isSentinel(number))
            .count();
  }

  /** How many records have no {@code house_info}, whether the key is absent or its value null. */
  public int missingInfo() {
    return flat.where("num_rooms", null).size();
  }

  /** How many records have a {@code house_info} without an {@code address}. */
  public int missingAddress() {
    return flat.where("city", null).size() - missingInfo();
  }

  /** The ids of the houses without {@code house_info}. */
  public List<Integer> idsWithoutInfo() {
    return ids(flat.where("num_rooms", null));
  }

  /** The ids of the houses that have a {@code house_info} but no {@code address} in it. */
  public List<Integer> idsWithoutAddress() {
    List<Integer> without = idsWithoutInfo();
    return ids(flat.where("city", null)).stream().filter(id -> !without.contains(id)).toList();
  }

  static boolean isSentinel(@Nullable Object value) {
    return value instanceof Number number && number.doubleValue() == HouseInfo.NOT_KNOWN;
  }

  private static List<Integer> ids(Table table) {
    return table.column("id").stream().filter(Objects::nonNull).map(id -> (Integer) id).toList();
  }
}
