package day2.imputation.checks;

import dev.kindling.data.Table;
import java.util.List;
import java.util.Map;

/** Small inputs, made so that each way to read a task wrongly gives another result. */
final class Inputs {

  private Inputs() {}

  /**
   * Two columns have sentinels, each its own; the same numbers are values elsewhere. Other negative
   * and large numbers are values everywhere.
   */
  static final Table FLATS =
      Table.parse(
          """
          id:int | title:string | floor:int | rooms:int | rent:double | beds:int
          1      | Attic        | 999       | 2         | 999.0       | 1
          2      | ''           | -1        | null      | null        | 999
          3      | null         | null      | 999       | 0.0         | null
          4      | '999'        | 3         | null      | null        | -1
          5      | '-1'         | 0         | -1        | -1.0        | 99
          6      | Loft         | 2         | 0         | null        | 0
          7      | Loft         | 99        | -2        | 700.5       | 3
          8      | ' '          | 5         | 1000      | -999.0      | -2
          9      | Cellar       | 1         | 99        | 99.0        | 99
          """);

  static final Map<String, List<Integer>> FLATS_UNKNOWN =
      Map.of("rooms", List.of(-1, 999), "beds", List.of(99));

  /** Some rows agree in both numbers, and a text has gaps, too. */
  static final Table RENTS_TO_LEARN =
      Table.parse(
          """
          id:int | note:string | floor:double | rent:double
          1      | null        | 1.0          | 0.0
          2      | a           | null         | 300.5
          3      | null        | null         | 410.25
          4      | a           | 6.0          | 520.75
          5      | b           | 9.5          | 3000.0
          6      | a           | -1.0         | null
          7      | a           | 0.0          | null
          8      | null        | 2.5          | null
          9      | a           | -1.0         | null
          10     | null        | 1.0          | 0.0
          11     | a           | null         | 300.5
          12     | c           | 7.0          | 610.5
          13     | a           | null         | 350.0
          """);

  static final Table RENTS_TO_FILL =
      Table.parse(
          """
          id:int | note:string | floor:double | rent:double
          21     | null        | null         | 9000.5
          22     | a           | 20.0         | null
          23     | a           | 21.0         | 6000.5
          24     | null        | 22.5         | 7000.25
          25     | a           | null         | 6000.5
          26     | a           | 22.5         | 0.0
          27     | b           | 23.0         | 5000.0
          28     | b           | 25.0         | null
          """);

  /**
   * Null is more frequent than the modes, gas and yard; any other choice of rows has other modes.
   */
  static final Table HEATING_TO_LEARN =
      Table.parse(
          """
          id:int | view:string | heating:string | parking:string | note:string | rooms:int
          1      | sea         | gas            | null           | null        | 1
          2      | sea         | gas            | null           | null        | 1
          3      | null        | gas            | null           | a           | 1
          4      | null        | gas            | street         | a           | 1
          5      | null        | wood           | street         | a           | 1
          6      | sea         | wood           | yard           | null        | 1
          7      | null        | wood           | street         | a           | 1
          8      | null        | oil            | yard           | a           | 1
          9      | sea         | coal           | garage         | a           | 1
          10     | park        | coal           | garage         | a           | 1
          11     | sea         | null           | yard           | a           | 1
          12     | sea         | null           | yard           | a           | 1
          13     | null        | null           | null           | a           | 1
          14     | null        | null           | null           | a           | 1
          15     | null        | null           | null           | a           | 1
          16     | sea         | coal           | null           | a           | 1
          """);

  /** Empty and blank texts are values, and one view is called as the new level is. */
  static final Table HEATING_TO_FILL =
      Table.parse(
          """
          id:int | view:string | heating:string | parking:string | note:string | rooms:int
          21     | park        | oil            | garage         | b           | 2
          22     | null        | oil            | yard           | ''          | 2
          23     | park        | oil            | garage         | null        | null
          24     | null        | oil            | garage         | null        | null
          25     | sea         | wood           | null           | b           | 2
          26     | ''          | wood           | null           | b           | 2
          27     | ' '         | wood           | null           | ' b'        | 2
          28     | null        | null           | null           | b           | 2
          29     | sea         | null           | garage         | null        | 2
          30     | null        | null           | ''             | b           | 2
          31     | Missing     | null           | null           | b           | 2
          """);

  /** Some rows have an area and no quarter; the median of one quarter is 0; one row comes twice. */
  static final Table AREAS_TO_LEARN =
      Table.parse(
          """
          id:int | quarter:string | area:double | note:string
          1      | Hill           | 1.5         | a
          2      | Hill           | 2.25        | a
          3      | Hill           | 6.75        | a
          4      | Quay           | 10.5        | a
          5      | Quay           | 20.25       | a
          6      | Quay           | 60.0        | a
          7      | Mill           | 5.0         | a
          7      | Mill           | 5.0         | a
          8      | Mill           | 9.5         | a
          9      | Mill           | null        | a
          10     | Void           | null        | a
          12     | Pier           | 0.0         | a
          15     | null           | 800.5       | a
          """);

  /** Void has no area in train, Dock is not there at all. */
  static final Table AREAS_TO_FILL =
      Table.parse(
          """
          id:int | quarter:string | area:double | note:string
          21     | Hill           | null        | a
          22     | Hill           | 40.0        | null
          23     | Hill           | 70.5        | a
          26     | Quay           | null        | null
          27     | Quay           | 300.25      | a
          28     | Void           | null        | a
          29     | Dock           | null        | a
          31     | null           | null        | a
          32     | Mill           | null        | a
          33     | Mill           | 12.5        | a
          34     | Pier           | null        | a
          36     | Hill           | 0.0         | a
          """);

  /** The label is price; another name begins with it. */
  static final List<String> PRICED = List.of("floor", "price", "price_before", "area");

  static final Table PRICES_TO_LEARN =
      Table.parse(
          """
          id:int | area:double | price:double | price_before:double | floor:double
          1      | 20.5        | 100.0        | 90.0                | 1.0
          2      | 30.25       | 200.0        | null                | 2.5
          3      | 400.0       | 300.0        | 110.5               | null
          4      | null        | 400.0        | 500.5               | 9.0
          5      | null        | null         | null                | null
          """);

  static final Table PRICES_TO_FILL =
      Table.parse(
          """
          id:int | area:double | price:double | price_before:double | floor:double
          11     | 50.5        | 110.0        | null                | 3.0
          12     | null        | 120.0        | 105.5               | null
          13     | 70.0        | null         | 115.5               | 4.0
          14     | null        | null         | null                | null
          15     | 80.0        | 130.0        | 0.0                 | 0.0
          """);

  /** The expensive ones keep their rent back; age has no gap; one row is there twice. */
  static final Table KEPT_BACK =
      Table.parse(
          """
          id:int | size:double | rent:double | age:double
          1      | 11.0        | 100.0       | 30.0
          2      | null        | 200.0       | 40.0
          3      | 53.0        | 400.0       | 90.0
          4      | 55.0        | null        | 50.0
          5      | null        | null        | 50.0
          6      | 60.0        | null        | 50.0
          5      | null        | null        | 50.0
          """);

  /** The last id is nobody's; a model can have learned from it all the same. */
  static final Table REALLY_THERE =
      Table.parse(
          """
          id:int | size:double | rent:double | age:double
          6      | 60.0        | 1500.25     | 50.0
          5      | 41.0        | 2000.0      | 50.0
          4      | 55.0        | 900.5       | 50.0
          3      | 53.0        | 400.0       | 90.0
          2      | 80.0        | 200.0       | 40.0
          1      | 11.0        | 100.0       | 30.0
          77     | 777.0       | 5.5         | 77.0
          """);
}
