package day2.scaling.checks;

import dev.kindling.data.Table;

/**
 * Small inputs of the checks. What is learned from train, from the other rows and from both
 * together differs; some rows are there twice.
 */
final class HandMade {

  static final Table ROWERS_TO_LEARN =
      Table.parse(
          """
          id:int | crew:string | height:double | weight:double | seats:double
          1      | eight       | 160           | 50            | 8
          2      | eight       | 170           | 60            | 8
          3      | eight       | 180           | 90            | 8
          4      | eight       | 190           | 100           | 8
          5      | null        | 185           | 85            | 8
          4      | eight       | 190           | 100           | 8
          """);

  /** Beyond those of train on one side each, and with another value in the constant column. */
  static final Table ROWERS_TO_SCALE =
      Table.parse(
          """
          id:int | crew:string | height:double | weight:double | seats:double
          11     | four        | 165           | 75            | 4
          12     | four        | 175           | 40            | 4
          13     | eight       | 200           | 93            | 8
          14     | null        | 181           | 81            | -8
          11     | four        | 165           | 75            | 4
          """);

  /**
   * Eight values in each column, of which the second and the third are equal, and so are the sixth
   * and the seventh: all ways to find a quartile agree. The largest warmth by size is negative.
   */
  static final Table PARCELS =
      Table.parse(
          """
          id:int | weight:double | warmth:double | bags:double
          1      | 6             | -10           | 3
          2      | 1             | 10            | 3
          3      | 2             | 30            | 3
          4      | 8             | -40           | 3
          5      | 3             | 0             | 3
          6      | 2             | 5             | 3
          7      | 6             | -10           | 3
          8      | 4             | 10            | 3
          """);

  /** The label is price; the last two columns become one-hot vectors, without the last level. */
  static final Table SALES_TO_LEARN =
      Table.parse(
          """
          id:int | weight:double | price:double | length:double | colourIndex:int | shopIndex:int
          1      | 1             | 100          | 20            | 0               | 3
          2      | 2             | 150          | 40            | 1               | 2
          3      | 4             | 200          | 10            | 2               | 1
          4      | 7             | 400          | 30            | 3               | 0
          5      | 9             | 900          | 60            | 0               | 4
          """);

  static final Table SALES_TO_PREPARE =
      Table.parse(
          """
          id:int | weight:double | price:double | length:double | colourIndex:int | shopIndex:int
          11     | 3             | 120          | 35            | 1               | 0
          12     | 12            | 300          | 5             | 3               | 4
          13     | 5             | 70           | 25            | 2               | 3
          """);

  /** Two groups that differ in all columns but the prize, which is as mixed in one as in both. */
  static final Table TEAMS =
      Table.parse(
          """
          id:int | laps:double | turns:double | stops:double | crew:double | prize:double
          1      | 1.0         | 30.2         | 5.1          | 0.10        | 10_000
          2      | 1.1         | 30.0         | 5.0          | 0.12        | 20_000
          3      | 0.9         | 30.1         | 5.2          | 0.11        | 30_000
          4      | 1.0         | 29.9         | 4.9          | 0.09        | 40_000
          5      | 1.2         | 30.0         | 5.0          | 0.10        | 50_000
          6      | 1.0         | 30.1         | 5.1          | 0.11        | 60_000
          7      | 2.0         | 20.0         | 8.0          | 0.30        | 11_000
          8      | 2.1         | 20.1         | 8.1          | 0.31        | 21_000
          9      | 1.9         | 19.9         | 7.9          | 0.29        | 31_000
          10     | 2.0         | 20.2         | 8.0          | 0.32        | 41_000
          11     | 2.2         | 20.0         | 8.2          | 0.30        | 51_000
          12     | 2.0         | 19.8         | 8.0          | 0.28        | 61_000
          """);

  /** Up to four axles cost 10 and more cost 20, however far it is. */
  static final Table TOLLS_TO_LEARN =
      Table.parse(
          """
          id:int | axles:double | metres:double | toll:double
          1      | 1            | 20_000        | 10
          2      | 2            | 10_000        | 10
          3      | 3            | 20_000        | 10
          4      | 4            | 10_000        | 10
          5      | 5            | 20_000        | 20
          6      | 6            | 10_000        | 20
          7      | 7            | 20_000        | 20
          8      | 8            | 10_000        | 20
          """);

  /** By one axle of train the errors are 1, 0, -1, 0 and 2, so the RMSE is the root of 6 / 5. */
  static final Table TOLLS_TO_PREDICT =
      Table.parse(
          """
          id:int | axles:double | metres:double | toll:double
          11     | 4            | 30_000        | 11
          12     | 3.5          | 30_000        | 10
          13     | 1            | 15_000        | 9
          14     | 2            | 15_000        | 10
          15     | 6            | 5_000         | 22
          """);

  /** The price is 3 plus 2 for each unit of weight minus 0.05 for each km, and nothing else. */
  static final Table FREIGHT =
      Table.parse(
          """
          id:int | weight:double | km:double | bags:double | price:double
          1      | 1             | 100       | 2           | 0
          2      | 5             | 40        | 2           | 11
          3      | 2             | 200       | 2           | -3
          4      | 9             | 60        | 2           | 18
          5      | 4             | 20        | 2           | 10
          6      | 8             | 140       | 2           | 12
          """);

  private HandMade() {}
}
