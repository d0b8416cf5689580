package day2.onehot.checks;

import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.List;
import java.util.Map;

/** Small inputs, made so that two readings of a task give two results. */
final class OneHotTables {

  /** Levels of listings that have an order, as a person knows it: the quickest first. */
  static final List<String> RESPONSE_TIMES =
      List.of("within an hour", "within a few hours", "within a day", "a few days or more");

  /** Equally frequent are cats and dogs, ants and catfish, Hill and Quay. */
  static final Table PETS_TO_LEARN =
      Table.parse(
          """
          id:int | pet:string | town:string | size:double | door:string
          1      | dog        | Quay        | 1.0         | red
          2      | dog        | Hill        | 2.5         | red
          3      | dog        | Quay        | 0.0         | blue
          4      | cat        | Quay        | 4.0         | red
          5      | cat        | Hill        | -1.0        | red
          6      | cat        | Mill        | 3.0         | blue
          7      | catfish    | Hill        | 2.0         | red
          8      | catfish    | Quay        | 5.0         | red
          9      | ant        | Hill        | 6.0         | blue
          10     | ant        | null        | 7.0         | red
          11     | owl        | Mill        | 8.0         | red
          12     | null       | Quay        | 9.0         | blue
          13     | null       | Hill        | 1.5         | red
          """);

  /** Other levels are frequent here; some are new, some only look like those of train. */
  static final Table PETS_TO_JUDGE =
      Table.parse(
          """
          id:int | pet:string | town:string | size:double | door:string
          21     | catfish    | Mill        | 1.0         | blue
          24     | bird       | Dock        | 4.0         | blue
          25     | bird       | Hill        | 5.0         | red
          26     | null       | Mill        | 6.0         | red
          27     | owl        | null        | 7.0         | null
          28     | cat        | Dock        | 8.0         | green
          29     | catfish    | Mill        | 9.0         | red
          30     | null       | null        | 0.0         | red
          31     | ant        | Quay        | -2.0        | red
          31     | ant        | Quay        | -2.0        | red
          32     | DOG        | Dock        | 1.0         | green
          32     | DOG        | Dock        | 1.0         | green
          33     | hot dog    | Quay        | 2.0         | red
          """);

  static final List<String> SIZE_ORDER = List.of("S", "M", "L", "XL");

  /** Neither by frequency nor by name do the sizes come in their order; some are not in it. */
  static final Table SIZES =
      Table.parse(
          """
          id:int | size:string | price:double
          1      | L           | 3.0
          3      | L           | null
          4      | XL          | 9.0
          5      | S           | 1.0
          7      | null        | 2.0
          8      | XS          | 0.5
          9      | M           | null
          10     | s           | 1.0
          11     | S/M         | 1.5
          12     | size        | 0.0
          5      | S           | 1.0
          """);

  /** Mill is the rarest town, and in the name of another one. */
  static final Table RENTS = rents();

  /** More than the 40 bins that a course once used. */
  static final int ZONE_COUNT = 45;

  /** The fee follows from the zone alone: 10 in an even one, 20 in an odd one. */
  static final Table ZONES_TO_LEARN = zones();

  static final Table ZONES_TO_JUDGE =
      Table.parse(
          """
          id:int | zone:string | pet:string | size:double | fee:double
          201    | zone 00     | dog        | 7.0         | 10.0
          204    | zone 43     | fish       | 3.0         | 20.0
          205    | zone 44     | dog        | 4.0         | 10.0
          206    | zone 99     | dog        | 5.0         | 10.0
          207    | null        | dog        | 6.0         | 10.0
          208    | zone 02     | null       | 6.0         | 10.0
          """);

  static final Table TOWNS_TO_LEARN =
      Table.parse(
          """
          id:int | town:string | price:double | note:string
          1      | Quay        | 10.0         | a
          2      | Quay        | 20.0         | null
          3      | Quay        | 30.5         | b
          4      | Hill        | 100.0        | a
          5      | Hill        | 140.25       | a
          6      | Mill        | 7.25         | null
          """);

  static final Table TOWNS_TO_ENCODE =
      Table.parse(
          """
          id:int | town:string | price:double | note:string
          11     | Quay        | 60.0         | a
          12     | Hill        | 90.0         | null
          13     | Hill        | 95.0         | a
          14     | Mill        | 300.0        | b
          15     | Dock        | 50.0         | b
          16     | null        | 40.0         | a
          15     | Dock        | 50.0         | b
          17     | quay        | 10.0         | null
          """);

  private OneHotTables() {}

  private static Table rents() {
    String[] towns =
        "Quay,Hill,Quay,Dock,Old Mill,Quay,Hill,Mill,Dock,Quay,Hill,Old Mill".split(",");
    Map<String, Double> ofTown =
        Map.of("Quay", 500.0, "Hill", 350.0, "Dock", 610.0, "Old Mill", 480.0, "Mill", 420.0);
    String[] sides = "north,south,north,west,north,south,north".split(",");
    double[] ofSide = {0, 15, 0, -25, 0, 15, 0};
    TableBuilder rents =
        Table.builder("id:int", "town:string", "townside:string", "size:double", "rent:double");
    for (int i = 0; i < 60; i++) {
      String town = towns[i % 12];
      double size = 20 + (i * 13) % 37;
      double more = (i * 7) % 5 - 2;
      double rent = ofTown.get(town) + ofSide[i % 7] + 8 * size + more;
      rents.row(i, town, sides[i % 7], size, rent);
    }
    return rents.build();
  }

  private static Table zones() {
    String[] pets = "dog,cat,dog,fish,dog,cat,dog".split(",");
    TableBuilder zones =
        Table.builder("id:int", "zone:string", "pet:string", "size:double", "fee:double");
    for (int i = 0; i < 3 * ZONE_COUNT; i++) {
      int zone = i % ZONE_COUNT;
      String pet = i % 11 == 0 ? null : pets[i % 7];
      double fee = zone % 2 == 0 ? 10 : 20;
      zones.row(i, "zone %02d".formatted(zone), pet, (double) ((i * 5) % 9), fee);
    }
    return zones.build();
  }
}
