package day4.udf.checks;

import dev.kindling.data.Table;

/** Inputs with the right answers beside them, written down. */
final class UdfTables {

  /** The course's three rows; then a product too large for an int, and one for a double. */
  static final Table PRODUCTS =
      Table.parse(
          """
          id:int | name:string | x:long        | y:long     | product:long
          1      | one         | 1             | 1          | 1
          2      | two         | 2             | 2          | 4
          3      | three       | 3             | 3          | 9
          4      | null        | 2             | 5          | 10
          5      | null        | -3            | 7          | -21
          6      | six         | 0             | 9          | 0
          7      | seven       | 3_000_000_000 | 2          | 6_000_000_000
          8      | eight       | 94_906_267    | 94_906_265 | 9_007_199_326_062_755
          """);

  static final Table STARS =
      Table.parse(
          """
          id:int | city:string | review_scores_rating:int | stars:double
          1      | Bern        | null                     | null
          2      | Bern        | 100                      | 5.0
          3      | null        | 93                       | 4.5
          4      | Bern        | 97                       | 5.0
          5      | Basel       | 85                       | 4.5
          6      | Basel       | 75                       | 4.0
          7      | Chur        | 70                       | 3.5
          8      | Chur        | null                     | null
          9      | Chur        | 64                       | 3.0
          10     | null        | 50                       | 2.5
          11     | Chur        | 30                       | 1.5
          12     | Chur        | 20                       | 1.0
          13     | Bern        | 5                        | 0.5
          14     | Bern        | 0                        | 0.0
          15     | Bern        | null                     | null
          """);

  static final Table PLACES =
      Table.parse(
          """
          id:int | city:string | latitude:double | longitude:double
          1      | here        | 52.0            | 13.0
          2      | north       | 53.0            | 13.0
          3      | south       | 48.1            | 11.6
          4      | there       | -33.9           | 151.2
          6      | origin      | 0.0             | 0.0
          7      | equator     | 0.0             | 13.0
          8      | dateline    | 52.0            | -179.5
          9      | north       | null            | 13.0
          10     | south       | 52.0            | null
          11     | east        | null            | null
          """);

  /** The struct as two columns, and whether it is null itself. */
  static final Table STAYS =
      Table.parse(
          """
          id:int | city:string | stay:string | none:boolean | min:int | max:int
          1      | Bern        | 2-30        | false        | 2       | 30
          2      | Bern        | 3+          | false        | 3       | null
          3      | Bern        | 5           | false        | 5       | 5
          4      | Bern        | null        | true         | null    | null
          5      | Bern        | 14-21       | false        | 14      | 21
          6      | Bern        | 28+         | false        | 28      | null
          7      | Bern        | 1-1125      | false        | 1       | 1125
          8      | Bern        | 14          | false        | 14      | 14
          9      | Bern        | 365+        | false        | 365     | null
          11     | Bern        | null        | true         | null    | null
          """);

  /** The column {@code each} is the price per guest. */
  static final Table OFFERS =
      Table.parse(
          """
          id:int | price:double | accommodates:int | nights:long | beds:double | each:double
          1      | 120.0        | 2                | 3           | 1.0         | 60.0
          2      | 90.0         | 4                | 5           | 0.5         | 22.5
          3      | null         | 2                | 3           | 1.0         | null
          4      | 80.0         | null             | 2           | 1.0         | null
          5      | 70.0         | 0                | 9           | 0.0         | null
          6      | 99.5         | 2                | 1           | 1.5         | 49.75
          7      | 0.0          | 2                | 1           | 1.0         | 0.0
          8      | 0.0          | 0                | 1           | 1.0         | null
          9      | null         | null             | null        | null        | null
          """);

  static final Table HOMES =
      Table.parse(
          """
          id:int | city:string | neighbourhood_cleansed:string | accommodates:int
          1      | null        | Ashgrove                      | 2
          2      | Bern        | Fernhollow                    | 4
          3      | null        | Nowhere                       | 3
          4      | Bern        | null                          | 2
          5      | Bern        | Ashgrove                      | null
          6      | Bern        | Ash                           | 1
          7      | Bern        | Fernhollow                    | 0
          8      | Bern        | null                          | null
          """);

  /** Prices around a limit of 120; two rows are equal. */
  static final Table PRICES =
      Table.parse(
          """
          id:int | city:string | price:double
          1      | null        | 80.0
          2      | null        | 119.99
          3      | Bern        | 120.0
          4      | Basel       | 120.01
          5      | Basel       | null
          6      | Basel       | 0.0
          6      | Basel       | 0.0
          """);

  private UdfTables() {}
}
