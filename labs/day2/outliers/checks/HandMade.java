package day2.outliers.checks;

import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Small inputs of the checks. Every column to learn quartiles from has 4n + 1 values, so that all
 * definitions of a quartile agree, and some rows are there twice.
 */
final class HandMade {

  /**
   * A column of each kind of number, and three that are none. The last row has far too many rooms;
   * without it, the quartiles of the other columns are others.
   */
  static final Table FLATS =
      Table.parse(
          """
          id:int | year:int | rooms:int | rent:double | score:float | reviews:long | tax:decimal(8,2) | floor:short | lifts:byte | side:double | title:string | zip:string | furnished:boolean
          1      | 1990     | 1         | 400         | 4.0         | 3            | 1.50             | 1           | 0          | -2.5        | Attic        | 10115      | true
          2      | 1991     | 2         | 500         | null        | 8            | 2.50             | 2           | null       | 0           | null         | 10117      | false
          3      | 1992     | 2         | 600         | 3.5         | 1            | 2.75             | 3           | 1          | 1.5         | Loft         | 10119      | true
          4      | 1993     | 3         | 700         | null        | 40           | null             | 4           | 2          | -7          | Loft         | 10178      | null
          4      | 1993     | 3         | 700         | null        | 40           | null             | 4           | 2          | -7          | Loft         | 10178      | null
          5      | 1994     | 3         | null        | 2.0         | 9            | 6.00             | 2           | 1          | 3           | Den          | 10179      | false
          6      | 1995     | 3         | 450         | null        | 12           | 8.00             | 2           | null       | -1          | ''           | 10115      | true
          7      | 1996     | 4         | null        | null        | 5            | 99.00            | 9           | null       | 12          | Nook         | 10117      | true
          8      | 1997     | 5         | null        | null        | 7            | null             | 0           | 3          | -20         | Hall         | 10119      | false
          9      | 1998     | 4         | 850         | 5.0         | 6            | 0.75             | 5           | 4          | 4           | Hall         | 10119      | false
          10     | 1999     | 6         | 900         | null        | 11           | null             | 6           | 1          | 0.5         | Nest         | 10115      | true
          11     | 2000     | 2         | null        | null        | 2            | 1.25             | 7           | 0          | 6           | Nest         | 10115      | null
          12     | 2001     | 40        | 5000        | 1.0         | 4            | 3.50             | 30          | null       | 8.5         | Barn         | 10178      | true
          """);

  static final Table OFFERS =
      Table.parse(
          """
          id:int | rooms:int | rent:double | rent_before:double | change:float | title:string
          1      | 3         | 500         | 9000               | 0.5          | null
          2      | 1         | 1100        | 90                 | 20           | all on an edge
          3      | 5         | 100         | null               | -10          | all on the other edge
          4      | 0         | 99.5        | 100                | -15          | all too small
          5      | 6         | 600         | 600                | 0            | one too large
          6      | 2         | 1100.5      | 600                | 25.5         | the others too large
          7      | null      | 5000        | 600                | -3           | one not told
          8      | 4         | null        | 600                | null         | null
          9      | null      | null        | null               | null         | nothing told
          10     | -4        | 800         | 800                | null         | too small and not told
          5      | 6         | 600         | 600                | 0            | one too large
          """);

  /**
   * What the first removal leaves has narrower fences, and so has each column once the outliers of
   * the one before it are gone. Five ordinary rows are there twice; without their twins the fences
   * are the same.
   */
  static final Table RENTS_TO_LEARN =
      Table.parse(
          """
          id:int | rooms:int | rent:double
          1      | null      | null
          1      | null      | null
          2      | 2         | 700
          3      | 6         | null
          4      | 9         | null
          4      | 9         | null
          5      | 1         | 750
          5      | 1         | 750
          6      | 9         | null
          7      | 8         | 350
          8      | 2         | 600
          9      | 1         | 600
          9      | 1         | 600
          10     | null      | 600
          11     | 3         | 400
          11     | 3         | 400
          12     | 4         | 600
          13     | 20        | null
          14     | 30        | 9000
          15     | 2         | 8000
          """);

  /** Two rents lie on their fence, 375 and 975. */
  static final Table RENTS_TO_JUDGE =
      Table.parse(
          """
          id:int | rooms:int | rent:double
          21     | null      | 200
          22     | 7         | 700
          23     | null      | 300
          24     | 8         | null
          25     | 6         | 150
          26     | 7         | 1800
          27     | null      | 1950
          28     | 12        | 2450
          29     | null      | null
          30     | 3         | 1100
          31     | 19        | 300
          32     | 3         | 975
          33     | 4         | 375
          34     | 20        | null
          35     | 25        | 9999
          36     | 3         | 8888
          21     | null      | 200
          """);

  /** Two stays are so long that no z-score is above 3, theirs neither. */
  static final Table STAYS_TO_LEARN =
      stays(10, 12, 14, null, 16, 18, 20, 22, 24, null, 26, 500, 900);

  /** Robust scores of 4 and -4.5, and larger ones. */
  static final Table STAYS_TO_SCORE = stays(20, 56, -20, -60, 500, 900, null, 21, 300, -300, 3);

  /** The ids of the true outliers; the first five occur twice, the last three never. */
  static final List<Integer> FLAGGED_OUTLIERS = IntStream.rangeClosed(1, 18).boxed().toList();

  /** 5 hits, 10 false alarms, 15 missed and 70 quiet rows. */
  static final Table FLAGGED = flagged();

  private HandMade() {}

  private static Table stays(Integer... nights) {
    TableBuilder stays = Table.builder("id:int", "nights:int");
    IntStream.range(0, nights.length).forEach(i -> stays.row(i, nights[i]));
    return stays.build();
  }

  private static Table flagged() {
    TableBuilder rows =
        Table.builder("id:int", "by_fence:boolean", "never:boolean", "always:boolean");
    for (int i = 0; i < 20; i++) {
      int id = 1 + i % 15;
      rows.row(id, id <= 2 || id == 6, false, true);
    }
    for (int id = 101; id <= 180; id++) {
      rows.row(id, id <= 110, false, true);
    }
    return rows.build();
  }
}
