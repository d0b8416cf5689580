package dev.kindling.data.listings;

import dev.kindling.data.Table;
import dev.kindling.data.TableDraft;
import dev.kindling.data.TableDraft.Cells;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Writes down, by id, what was planted in a draft. */
final class TruthFinder {

  private final TableDraft draft;
  private final Layout layout;

  TruthFinder(TableDraft draft, Layout layout) {
    this.draft = draft;
    this.layout = layout;
  }

  ListingsTruth find(PriceModel model, Table train, Table test, Table canary) {
    Map<Integer, Double> logPrices = new LinkedHashMap<>();
    Map<Integer, Double> prices = new LinkedHashMap<>();
    Map<String, Map<Integer, Object>> removed = new LinkedHashMap<>();
    for (int index = 0; index < Layout.LISTINGS; index++) {
      Cells row = draft.row(index);
      logPrices.put(row.whole("id"), row.number("log price"));
      prices.put(row.whole("id"), row.number("price"));
      for (String column : Gaps.COLUMNS) {
        if (Gaps.missing(row, column)) {
          removed
              .computeIfAbsent(column, c -> new LinkedHashMap<>())
              .put(row.whole("id"), row.get(column));
        }
      }
    }
    Map<Outlier, Set<Integer>> outliers = new EnumMap<>(Outlier.class);
    layout.outliers().forEach((kind, rows) -> outliers.put(kind, ids(rows)));
    return new ListingsTruth(
        model.coefficients(),
        PriceModel.NOISE,
        logPrices,
        prices,
        outliers,
        removed,
        ids(layout.duplicates()),
        train,
        test,
        canary);
  }

  private Set<Integer> ids(int... rows) {
    Set<Integer> ids = new LinkedHashSet<>();
    Arrays.stream(rows).forEach(row -> ids.add(draft.row(row).whole("id")));
    return ids;
  }
}
