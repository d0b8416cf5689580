package dev.kindling.data.listings;

import dev.kindling.data.Decimals;
import dev.kindling.data.TableDraft.Cells;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a listing shows to the world: gaps instead of values, and the outliers. */
final class Published {

  private static final int HUGE_NIGHTS = 100_000_000;

  private final DecimalFormat dollars =
      new DecimalFormat("$#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
  private final Map<Integer, Outlier> outliers = new HashMap<>();

  Published(Layout layout) {
    layout
        .outliers()
        .forEach((kind, rows) -> Arrays.stream(rows).forEach(row -> outliers.put(row, kind)));
  }

  /** The value in a typed frame. */
  @Nullable Object value(Cells row, String column) {
    return switch (column) {
      case "price" -> price(row);
      case "price_per_guest" -> ListingsGenerator.perGuest(price(row), row.whole("accommodates"));
      case "minimum_nights" ->
          outliers.get(row.index()) == Outlier.MINIMUM_NIGHTS_HUGE ? HUGE_NIGHTS : row.get(column);
      default -> Gaps.shown(row, column);
    };
  }

  /** The same value as the text of the CSV file. */
  @Nullable Object text(Cells row, String column) {
    Object value = value(row, column);
    if (value instanceof Double number) {
      return column.startsWith("price") ? dollars.format(number) : Decimals.text(number);
    }
    return value == null ? null : value.toString();
  }

  private double price(Cells row) {
    Outlier kind = outliers.get(row.index());
    if (kind == Outlier.PRICE_ZERO) {
      return 0;
    }
    return row.number(kind == Outlier.PRICE_HUGE ? "price of an outlier" : "price");
  }
}
