package day2.notebookcharts.checks;

import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.function.DoubleUnaryOperator;

/** Small inputs, made so that each way to read a task wrongly gives another result. */
final class Inputs {

  private Inputs() {}

  /** Of the rents a median is clear, of five values; null and zero make a difference. */
  static final Table FLATS =
      Table.parse(
          """
          name:string | rooms:int | rent:double | floor:double
          Attic       | 2         | 999.0       | 6.0
          Bay         | null      | null        | 1.0
          Court       | 5         | 0.0         | null
          Dock        | 1         | 700.0       | 2.0
          Eyrie       | 1         | null        | 2.0
          Flat        | 3         | 800.0       | null
          Garret      | null      | 500.0       | 3.0
          """);

  /**
   * {@code ratio} and {@code debts} want a log scale, though as many numbers below 0 balance the
   * debts. {@code power} and {@code small} lean to the right, their logarithms more so to the left.
   */
  static final Table NUMBERS = numbers();

  private static Table numbers() {
    TableBuilder rows =
        Table.builder(
            "ratio:double", "power:double", "left:double", "small:double", "debts:double");
    for (int i = 0; i <= 400; i++) {
      double share = i / 400.0;
      double cube = Math.pow(0.02 + share, 3);
      double grown = Math.exp(5 * Math.pow(share, 0.9));
      rows.row(Math.exp(5 * share), 1e6 * cube, 200 - Math.exp(5 * share), cube / 2, grown);
      rows.row(i % 20 == 0 ? 0.0 : null, i % 40 == 0 ? -1.0 : null, null, null, -grown);
    }
    return rows.build();
  }

  /** Two points are equal, and either number can be missing. */
  static final Table POINTS =
      Table.parse(
          """
          id:int | x:double | y:double | note:string
          1      | 0.0      | 1.5      | a
          2      | 0.0      | 1.5      | a
          3      | null     | 2.5      | a
          4      | 3.25     | null     | a
          5      | -4.0     | 0.0      | null
          6      | 5.5      | 1.5      | a
          7      | null     | null     | a
          8      | 6.0      | -7.25    | null
          """);

  /** {@code b} rises with {@code a}, but not in a line; {@code c} falls, with ties. */
  static final Table CORRELATED =
      Table.parse(
          """
          note:string | a:double | b:int | c:double
          a           | 1.0      | 1     | 9.0
          a           | 2.0      | 2     | 9.0
          a           | 3.0      | 40    | 7.5
          null        | 4.0      | 50    | 8.0
          a           | 5.0      | 49    | 6.0
          a           | 6.0      | 700   | 6.0
          a           | null     | 3     | 1.0
          a           | 9.0      | null  | 5.0
          a           | -3.0     | 800   | null
          null        | 0.5      | 5     | 9.5
          a           | 3.0      | 40    | 7.5
          """);

  /** Points of a curve, and some without one of their values, beyond its ends, too. */
  static Table curve(int points, DoubleUnaryOperator y) {
    TableBuilder curve = Table.builder("x:double", "y:double");
    for (int i = 0; i < points; i++) {
      double x = -10 + 20.0 * i / (points - 1);
      curve.row(x, y.applyAsDouble(x));
    }
    return curve.row(3.3, null).row(null, 55.5).row(17.5, null).row(-12.25, null).build();
  }

  /** Both signs, a home on a border, cells on the diagonal and off it, and one without a price. */
  static final Table HOMES =
      Table.parse(
          """
          id:int | latitude:double | longitude:double | price:double
          1      | 10.125          | -3.875           | 100.0
          2      | 10.375          | -3.625           | 140.0
          3      | 10.5            | -3.5             | 900.0
          4      | -0.125          | 0.125            | 50.0
          5      | 0.125           | -0.125           | 60.0
          6      | 0.875           | 0.625            | 71.0
          7      | 0.125           | 0.375            | 80.0
          8      | -1.625          | -0.125           | 10.0
          9      | null            | -3.5             | 11.0
          10     | 10.5            | null             | 12.0
          11     | null            | null             | 13.0
          12     | 10.5            | -3.375           | 905.0
          13     | 10.75           | -3.375           | 2000.0
          14     | 5.125           | 5.375            | null
          """);

  /** Most rents are missing on the Hill, the greatest share on the Quay: two of three. */
  static final Table GAPS =
      Table.parse(
          """
          id:int | street:string | name:string | rooms:int | rent:double
          1      | Hill          | ''          | 1         | 100.0
          2      | Hill          | null        | 0         | null
          3      | Hill          | Loft        | null      | null
          4      | Hill          | Attic       | 2         | 0.0
          5      | Hill          | Attic       | 3         | 500.0
          6      | Quay          | Dock        | null      | null
          7      | Quay          | Dock        | 4         | 700.0
          8      | Quay          | Pier        | 5         | null
          9      | Mill          | Wheel       | 6         | 0.0
          10     | Hill          | Barn        | 6         | null
          """);
}
