package day2.endtoend;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;

/** Small tables on which known mistakes show. */
final class HandMade {

  /** Equal rows, a null, and every quality around the border. */
  static final Table RED =
      Table.of("fixed acidity", "pH", "free sulfur dioxide", "quality")
          .row(7.4, 3.51, 11.0, 5)
          .row(8.1, 3.22, 25.0, 7)
          .row(6.9, 3.42, 9.0, 8)
          .row(7.4, 3.51, 11.0, 5)
          .row(9.0, null, 12.0, 7)
          .row(7.7, 3.16, 30.0, 6);

  /** The same columns in another order. */
  static final Table WHITE =
      Table.of("free sulfur dioxide", "fixed acidity", "pH", "quality")
          .row(45.0, 7.0, 3.01, 6)
          .row(14.0, 6.3, 3.32, 7)
          .row(30.0, 6.6, 3.26, 9)
          .row(null, 6.2, 3.18, 7)
          .row(28.0, 7.2, 3.19, null)
          .row(47.0, 8.1, 3.11, 4);

  /** Batches of bottles that are scored one after the other. */
  static final Table FIRST_BATCH =
      Table.of("pH", "is_red", "bottle id", "fixed acidity")
          .row(3.1, 1, 11, 8.2)
          .row(3.4, 0, 12, 6.4)
          .row(3.5, 1, 13, 7.9)
          .row(3.2, 0, 14, 6.1);

  static final Table SECOND_BATCH =
      Table.of("pH", "is_red", "bottle id", "fixed acidity")
          .row(3.0, 0, 21, 6.8)
          .row(3.6, 1, 22, 7.4)
          .row(3.3, 1, 23, 6.5);

  private HandMade() {}

  /**
   * Wines that are equal but for their strength: every column tells it, so a forest finds it
   * whichever columns it is allowed to look at.
   *
   * @param good whether they are good ones
   */
  record Wine(int count, double strength, boolean good) {}

  static Table wines(Wine... kinds) {
    List<List<Object>> rows = new ArrayList<>();
    for (Wine wine : kinds) {
      List<Object> row =
          List.of(
              wine.strength(),
              wine.strength() / 10,
              0,
              wine.good() ? 7 : 5,
              wine.good() ? 1.0 : 0.0);
      for (int i = 0; i < wine.count(); i++) {
        rows.add(row);
      }
    }
    return new Table(List.of("alcohol", "sulphates", "is_red", "quality", "label"), rows);
  }
}
