package dev.kindling.plot;

import java.util.List;
import org.apache.spark.sql.Row;

/** The most frequent categories, where there are too many to draw. */
final class Categories {

  static final int MOST = 50;

  private Categories() {}

  /** Says that some are not drawn. */
  static void tell(List<Row> rows, Facts facts, String category, List<String> subtitle) {
    if (rows.size() > MOST) {
      subtitle.add(
          "the %d most frequent of about %,d values of %s"
              .formatted(MOST, Math.max(facts.categories(), MOST + 1L), category));
    }
  }

  static List<Row> drawn(List<Row> rows) {
    return rows.subList(0, Math.min(MOST, rows.size()));
  }
}
