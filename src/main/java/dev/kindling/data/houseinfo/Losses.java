package dev.kindling.data.houseinfo;

import dev.kindling.data.Lookup;
import dev.kindling.data.Streams;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What got lost on the way: a sentinel instead of a number, or a whole object of the record. How
 * many objects are missing is the same for every seed; which ones is drawn.
 */
final class Losses {

  /** How likely a number is not known. */
  static final Map<String, Double> SENTINELS =
      Map.of("num_bathrooms", 0.08, "num_basement_rooms", 0.25, "year_built", 0.06);

  /** One record in so many has no {@code house_info}. */
  static final int WITHOUT_INFO = 25;

  /** Seven records in so many have a {@code house_info} without an {@code address}. */
  static final int WITHOUT_ADDRESS = 100;

  private static final List<String> ADDRESS = List.of(HouseInfo.ADDRESS.fieldNames());
  private static final List<String> OUTSIDE = List.of("id", "price");

  private Losses() {}

  /** A random rank for each row of a part: the lowest ranks lose their objects. */
  static int[] ranks(Streams streams, String part, int size) {
    return streams.draws("losses of " + part).permutation(size);
  }

  /** Fills what was lost, given each row's {@code rank} and {@code part size}. */
  static void fill(TableDraft draft) {
    draft.fill(
        "info is lost", (row, draws) -> row.whole("rank") < row.whole("part size") / WITHOUT_INFO);
    draft.fill(
        "address is lost",
        (row, draws) -> {
          int rank = row.whole("rank") - row.whole("part size") / WITHOUT_INFO;
          return rank >= 0 && rank < 7 * row.whole("part size") / WITHOUT_ADDRESS;
        });
    SENTINELS.keySet().stream()
        .sorted()
        .forEach(
            column ->
                draft.fill(
                    column + " is lost",
                    (row, draws) -> draws.chance(Lookup.of(SENTINELS, column))));
  }

  /** What the record shows, in a flat column. */
  static @Nullable Object flat(Cells house, String column) {
    if (OUTSIDE.contains(column)) {
      return house.get(column);
    }
    if (lost(house, "info") || (ADDRESS.contains(column) && lost(house, "address"))) {
      return null;
    }
    Object value = house.get(column);
    if (SENTINELS.containsKey(column) && lost(house, column)) {
      return value instanceof Double ? (Object) (double) HouseInfo.NOT_KNOWN : HouseInfo.NOT_KNOWN;
    }
    return value;
  }

  /** What a flat column should show: null for every sentinel. */
  static @Nullable Object cleaned(Cells house, String column) {
    Object value = flat(house, column);
    return SENTINELS.containsKey(column) && HouseTables.isSentinel(value) ? null : value;
  }

  static boolean lost(Cells house, String what) {
    return (Boolean) house.get(what + " is lost");
  }
}
