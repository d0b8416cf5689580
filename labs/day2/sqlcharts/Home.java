package day2.sqlcharts;

import java.util.Locale;
import java.util.Map;

/**
 * One row of the raw listings.
 *
 * @param neighbourhood may be null
 * @param text the price as it was written, or null
 * @param price the price as a number; null where the text is no price
 */
record Home(String neighbourhood, int id, String roomType, String text, Double price) {

  /** A row that holds texts. */
  static Home ofTexts(Map<String, Object> row) {
    String text = (String) row.get("price");
    return new Home(
        (String) row.get("neighbourhood_cleansed"),
        Integer.parseInt((String) row.get("id")),
        (String) row.get("room_type"),
        text,
        text != null && text.startsWith("$")
            ? (Double) Double.parseDouble(text.replaceAll("[$,]", ""))
            : null);
  }

  /** A row of the truth, whose prices are numbers. */
  static Home ofNumbers(Map<String, Object> row) {
    Double price = (Double) row.get("price");
    return new Home(
        (String) row.get("neighbourhood_cleansed"),
        (Integer) row.get("id"),
        (String) row.get("room_type"),
        String.format(Locale.ROOT, "$%,.2f", price),
        price);
  }
}
