package day2.pca.checks;

import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.List;
import java.util.stream.IntStream;

/** Small inputs, made so that two readings of a task give two results. */
final class PcaTables {

  static final List<String> SIZES = List.of("length", "weight", "postage");

  /** In cm, g and cents. Two parcels are alike, and one is listed twice. */
  static final Table PARCELS_TO_LEARN =
      Table.parse(
          """
          id:int | postage:double | length:double | weight:double | sender:string
          1      | 310.0          | 20.0          | 1500.0        | Ada
          2      | 420.0          | 35.0          | 900.0         | Ben
          3      | 560.0          | 50.0          | 3100.0        | Ada
          4      | 300.0          | 25.0          | 2200.0        | Cleo
          5      | 750.0          | 60.0          | 4000.0        | Ben
          6      | 390.0          | 40.0          | 2600.0        | Cleo
          7      | 420.0          | 35.0          | 900.0         | Ada
          5      | 750.0          | 60.0          | 4000.0        | Ben
          """);

  /** Parcels of another time: larger, and postage follows other rules. */
  static final Table PARCELS_TO_PROJECT =
      Table.parse(
          """
          id:int | postage:double | length:double | weight:double | sender:string
          11     | 200.0          | 90.0          | 9000.0        | Dora
          12     | 900.0          | 75.0          | 12000.0       | Ada
          13     | 1500.0         | 110.0         | 7000.0        | Dora
          14     | 640.0          | 95.0          | 15000.0       | Dora
          15     | 0.0            | 5.0           | 0.0           | Ben
          13     | 1500.0         | 110.0         | 7000.0        | Dora
          """);

  /** Names tell nothing, and a third value may come late. */
  static final Table WEATHER = weather();

  private static final int DAYS = 600;

  /** Variances along the components; the first direction and the last are shared by two columns. */
  private static final double[] VARIANCES = {7, 5, 3.5, 2, 1};

  static final List<String> BOX_SIDES = List.of("a", "b", "c", "d", "e");
  static final Table BOX = box();

  static final List<String> SKY = List.of("sun", "rain", "wind", "fog");

  /** Directions of four columns; most rules about signs make something else of them. */
  static final List<List<Double>> DIRECTIONS =
      List.of(
          List.of(0.5129, 0.4877, -0.6991, 0.0913),
          List.of(-0.4731, -0.5213, -0.0917, -0.7043),
          List.of(-0.1327, 0.6893, 0.5077, 0.4999),
          List.of(0.3371, -0.5519, 0.6127, -0.4513));

  private PcaTables() {}

  private static Table weather() {
    TableBuilder ids = Table.builder("id:int");
    IntStream.range(0, DAYS).forEach(ids::row);
    return ids.build()
        .with("humidity:double", day -> 60.0 + day.whole("id") % 17)
        .with("station:string", day -> day.whole("id") % 3 == 0 ? "north" : "south")
        .with("is_coast:double", day -> day.whole("id") % 2)
        .with("yield_before:double", day -> 5.5 + day.whole("id") % 7)
        .with("yield:double", day -> 4.5 + day.whole("id") % 11)
        .with("cloud_share:double", day -> day.whole("id") % 3 / 2.0)
        .with("shift:double", day -> day.whole("id") % 5 == 0 ? 6.0 : 14.0)
        .with("altitude:double", day -> 12.0)
        .with("crew:int", day -> 3 + day.whole("id") % 3)
        .with("is_wet_for:double", day -> day.whole("id") % 4 / 4.0)
        .with("station_OHE:vector", day -> List.of(day.whole("id") % 3 / 2.0, 1.0))
        .with("serial:long", day -> 1000 * day.whole("id"))
        .with("hail:double", day -> day.whole("id") == DAYS - 1 ? 2.0 : day.whole("id") % 2)
        .with("wind:double", day -> day.whole("id") % 6 - 2.5);
  }

  /** The corners of a box that is turned in two of its sides. */
  private static Table box() {
    TableBuilder corners =
        Table.builder("id:int", "a:double", "b:double", "c:double", "d:double", "e:double");
    for (int corner = 0; corner < 32; corner++) {
      double[] side = new double[VARIANCES.length];
      for (int i = 0; i < side.length; i++) {
        side[i] = ((corner >> i & 1) == 0 ? 1 : -1) * Math.sqrt(VARIANCES[i]);
      }
      double turned = (side[0] + side[4]) / Math.sqrt(2);
      double across = (side[0] - side[4]) / Math.sqrt(2);
      corners.row(corner, 10 + turned, 20 + side[1], side[2], -5 + side[3], across);
    }
    return corners.build();
  }
}
