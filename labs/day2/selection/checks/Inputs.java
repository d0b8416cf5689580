package day2.selection.checks;

import dev.kindling.data.Table;
import java.util.List;

/**
 * Small inputs, in which each reading of a task gives another result. Ids below 100 are rows to
 * learn from, the others are to be judged.
 */
final class Inputs {

  static final List<String> GAUGES =
      List.of("wind", "tremor", "lamp", "still", "door", "latch", "gauge");

  /**
   * The variance of {@code lamp} is 1.8, of a population 1.44, that of {@code gauge} 2.5, its root
   * 1.58. Later {@code gauge} stands still, three others move, {@code tremor} moves in between.
   */
  static final Table GAUGE_ROWS =
      Table.parse(
          """
          id:int | gauge:double | wind:double | tremor:double | lamp:double | still:double | door:double | latch:double
          1      | 1.0          | -3.0        | 100.0         | 0.0         | 7.0          | -1.0        | 0.5
          2      | 2.0          | 4.0         | 100.5         | 0.0         | 7.0          | -1.0        | 0.0
          3      | 3.0          | 0.0         | 100.5         | 3.0         | 7.0          | -1.0        | 0.0
          4      | 4.0          | 12.0        | 100.0         | 0.0         | 7.0          | -1.0        | -0.5
          5      | 5.0          | -1.0        | 100.5         | 0.0         | 7.0          | -1.0        | 0.0
          111    | 3.0          | 2.0         | 104.0         | 0.0         | -50.0        | 9.0         | 20.0
          112    | 3.0          | 9.0         | 104.5         | 3.0         | 60.0         | -8.0        | -20.0
          113    | 3.0          | -6.0        | 104.0         | 0.0         | 90.0         | 9.0         | 30.0
          114    | 3.0          | 1.0         | 104.0         | 3.0         | 7.0          | -1.0        | 0.0
          """);

  static final List<String> PLANT_COLUMNS =
      List.of("pump2", "pump3", "flow1", "flow2", "flow3", "pump1", "valve2", "valve1", "hum");

  /**
   * {@code pump2} and {@code pump3} (which runs against it) are twins of {@code pump1}, the
   * strongest of them; {@code flow2} is one of {@code flow1} and of {@code flow3}, which are none
   * of each other; {@code valve1} runs against the label, its twin {@code valve2} along with it.
   */
  static final Table PLANT =
      Table.parse(
          """
          pump2:double | pump3:double | flow1:double | flow2:double | flow3:double | pump1:double | valve2:double | valve1:double | hum:double | output:double
          62.25        | -15.4        | 340.0        | 15.85        | 9.82         | 58.0         | 6.26          | -4.0          | 75.0       | 132.17
          42.93        | 23.72        | 260.0        | 10.21        | 6.75         | 38.0         | 4.36          | 4.0           | 65.0       | 62.62
          42.93        | 23.72        | 340.0        | 13.79        | 7.25         | 38.0         | 5.64          | -4.0          | 65.0       | 112.38
          62.25        | -15.4        | 260.0        | 8.15         | 4.18         | 58.0         | 3.74          | 4.0           | 75.0       | 92.83
          57.07        | -23.72       | 340.0        | 15.85        | 9.82         | 58.0         | 3.74          | 4.0           | 65.0       | 112.17
          37.75        | 15.4         | 260.0        | 10.21        | 6.75         | 38.0         | 5.64          | -4.0          | 75.0       | 82.62
          37.75        | 15.4         | 340.0        | 13.79        | 7.25         | 38.0         | 4.36          | 4.0           | 75.0       | 102.38
          57.07        | -23.72       | 260.0        | 8.15         | 4.18         | 58.0         | 6.26          | -4.0          | 65.0       | 102.83
          """);

  /**
   * Of gear, level 2 is the most frequent, and of two equally frequent ones 10 comes first as a
   * text; of site it is level 1. Later gear 7 is new, and site 0 is frequent.
   */
  static final Table RIDES =
      Table.parse(
          """
          id:int | distance:double | gear:int | site:int | hours:double | tip:double | price:double
          1      | 12.0            | 2        | 1        | 1.5          | 0.5        | 30.0
          2      | 3.5             | 3        | 1        | 0.5          | 0.0        | 9.0
          3      | 7.0             | 2        | 2        | 1.0          | 2.0        | 21.0
          4      | 22.0            | 0        | 1        | 2.5          | 1.0        | 52.0
          5      | 5.0             | 2        | 2        | 0.8          | 0.0        | 13.0
          6      | 16.0            | 10       | 1        | 1.7          | 3.0        | 33.0
          7      | 9.0             | 2        | 0        | 1.1          | 1.0        | 24.0
          8      | 11.0            | 3        | 1        | 1.9          | 0.2        | 28.0
          9      | 4.0             | 10       | 2        | 0.6          | 0.0        | 11.0
          121    | 6.0             | 2        | 1        | 0.9          | 0.5        | 17.0
          122    | 14.0            | 10       | 0        | 1.6          | 0.0        | 31.0
          123    | 8.0             | 3        | 2        | 1.2          | 1.5        | 23.0
          124    | 30.0            | 7        | 0        | 3.1          | 4.0        | 70.0
          125    | 2.0             | 0        | 0        | 0.4          | 0.0        | 6.0
          126    | 19.0            | 3        | 0        | 2.2          | 2.5        | 44.0
          127    | 13.0            | 0        | 2        | 1.4          | 0.3        | 29.0
          128    | 5.5             | 2        | 0        | 0.7          | 0.0        | 15.0
          """);

  /**
   * The columns are uncorrelated, so that each stands for itself. Per standard deviation (nearly:
   * divided by n) power moves by 3 with speed, by 2 with load and -2 with pitch, by 0.7 with angle
   * and by less with the others. Later speed does nothing, and drift, wear and hum do much.
   */
  private static final Table MOTORS =
      Table.parse(
          """
          id:int | drift:double | load:double | wear:double | angle:double | speed:double | pitch:double | hum:double | power:double | later:double
          1      | -1.0         | 6000.0      | 5.0         | 1.0          | 11.0         | 2.1          | 50.0       | 24.3         | 25.9
          2      | -5.0         | 6000.0      | 5.0         | -1.0         | 9.0          | 2.1          | 30.0       | 15.9         | 22.1
          3      | -1.0         | 4000.0      | 3.0         | -1.0         | 11.0         | 2.1          | 30.0       | 18.1         | 22.5
          4      | -5.0         | 4000.0      | 3.0         | 1.0          | 9.0          | 2.1          | 50.0       | 13.7         | 1.5
          5      | -5.0         | 6000.0      | 3.0         | 1.0          | 11.0         | 1.9          | 30.0       | 27.1         | 19.9
          6      | -1.0         | 6000.0      | 3.0         | -1.0         | 9.0          | 1.9          | 50.0       | 20.7         | 20.1
          7      | -5.0         | 4000.0      | 5.0         | -1.0         | 11.0         | 1.9          | 50.0       | 22.5         | 12.5
          8      | -1.0         | 4000.0      | 5.0         | 1.0          | 9.0          | 1.9          | 30.0       | 17.7         | 35.5
          """);

  private Inputs() {}

  static Table motors(boolean toLearn) {
    return toLearn ? MOTORS.drop("later") : MOTORS.drop("power").rename("later", "power");
  }

  /** The rows to learn from, or those to be judged. */
  static Table part(Table rows, boolean toLearn) {
    return rows.where(row -> row.whole("id") < 100 == toLearn);
  }

  /** Columns of noise from rows that hold a list, and a label of three classes: noise, too. */
  static Table noise(Table wide, List<String> columns) {
    Table rows = wide.with("side", row -> (int) row.whole("id") % 3);
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      rows = rows.with(columns.get(i), row -> ((List<?>) row.get("values")).get(place));
    }
    return rows.drop("values", "label");
  }
}
