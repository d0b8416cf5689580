package day2.creation.checks;

import day2.creation.Ratio;
import dev.kindling.data.Draws;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Small inputs, made so that each way to read a task wrongly gives another result. */
final class Inputs {

  private Inputs() {}

  /** Prices with and without dollar sign, comma and cents, and texts that only mention numbers. */
  static final Table OFFERS =
      Table.parse(
          """
          id:int | price:string     | deposit:string   | note:string
          1      | '$1,234.00'      | '$2,468.00'      | $5.00
          2      | $85.00           | $0.00            | null
          3      | null             | '$1,000,000.00' | quiet
          4      | on request       | $999.99          | ''
          5      | ''               | null             | '$1,234.00'
          6      | 'from 80, for 2' | $300             | 12
          7      | $40.13           | none             | $85.00
          8      | 85               | '1,250'          | null
          9      | '1,234.5'        | '$1,234,567.00' | 7
          10     | €90.00           | -$20.00          | 8
          11     | $7 per night     | 400.00           | 9
          """);

  /** Each way in which an object, a text or a number can be missing. */
  static final Table RECORDS =
      Table.of("value:string")
          .row(
              """
              {"id":1,"price":250000.0,"house_info":{"num_rooms":6,"num_bedrooms":3,"num_bathrooms":1.5,"num_basement_rooms":0,"year_built":1987,"address":{"street_name":"Rowan Lane","house_number":12,"city":"Dunmere"}}}""")
          .row(
              """
              {"house_info":{"address":{"city":"Alder Bay","street_name":"Poplar Row","house_number":7},"year_built":-1,"num_basement_rooms":-1,"num_bathrooms":-1.0,"num_bedrooms":-1,"num_rooms":-1},"price":310000.0,"id":2}""")
          .row(
              """
              {"id":3,"price":195500.0,"house_info":{"num_rooms":4,"num_bedrooms":2,"num_bathrooms":1.0,"num_basement_rooms":-1,"year_built":2003,"address":null}}""")
          .row(
              """
              {"id":4,"price":402000.0,"house_info":{"num_rooms":8,"num_bedrooms":4,"num_bathrooms":2.5,"num_basement_rooms":2,"year_built":-1}}""")
          .row("{\"id\":5,\"price\":288000.0,\"house_info\":null}")
          .row("{\"id\":6,\"price\":264000.0}")
          .row(
              """
              {"id":7,"price":271500.5,"house_info":{"num_rooms":5,"num_bedrooms":2,"num_bathrooms":1.0,"num_basement_rooms":1,"year_built":1999,"address":{"street_name":null,"house_number":3,"city":"Dunmere"}}}""");

  static final Table FLAT_RECORDS =
      Table.parse(
          """
          id:int | num_rooms:double | num_bedrooms:double | num_bathrooms:double | num_basement_rooms:double | year_built:double | street_name:string | city:string | price:double
          1      | 6.0              | 3.0                 | 1.5                  | 0.0                       | 1987.0            | Rowan Lane         | Dunmere     | 250_000.0
          2      | null             | null                | null                 | null                      | null              | Poplar Row         | Alder Bay   | 310_000.0
          3      | 4.0              | 2.0                 | 1.0                  | null                      | 2003.0            | null               | null        | 195_500.0
          4      | 8.0              | 4.0                 | 2.5                  | 2.0                       | null              | null               | null        | 402_000.0
          5      | null             | null                | null                 | null                      | null              | null               | null        | 288_000.0
          6      | null             | null                | null                 | null                      | null              | null               | null        | 264_000.0
          7      | 5.0              | 2.0                 | 1.0                  | 1.0                       | 1999.0            | null               | Dunmere     | 271_500.5
          """);

  /** Moments at equal steps, among them every hour and every day of the week. */
  static Table times(String first, int minutes) {
    TableBuilder times = Table.builder("id:int", "at:timestamp", "km:double");
    for (int i = 0; i < 200; i++) {
      Instant at = Instant.parse(first).plus((long) i * minutes, ChronoUnit.MINUTES);
      times.row(i, at, i % 9 / 2.0);
    }
    return times.build();
  }

  /** Studios without a bedroom, a host without an income, and gaps. */
  static final Table FLATS =
      Table.parse(
          """
          id:int | guests:int | bedrooms:int | beds:int | rent:double | rent_free_weeks:int | income:double
          1      | 4          | 2            | 3        | 800.0       | 2                   | 40_000.0
          2      | 2          | 0            | 1        | 450.0       | 0                   | 30_000.0
          3      | 3          | 1            | null     | 600.0       | 1                   | null
          4      | 7          | 3            | 5        | null        | 4                   | 0.0
          5      | 1          | null         | 1        | 300.0       | 0                   | 25_000.0
          6      | 5          | 0            | 0        | 900.0       | 3                   | 61_000.0
          7      | 3          | 4            | 7        | 910.0       | 5                   | 52_500.0
          8      | 23         | 4            | 51       | 990.0       | 50                  | 43_000.0
          9      | 4          | 3            | 31       | 700.0       | 27                  | 38_000.0
          """);

  /** Two of them need the rent, which is the label; one only looks as if it did. */
  static final List<Ratio> FLAT_RATIOS =
      List.of(
          new Ratio("guests_per_bedroom", "guests", "bedrooms"),
          new Ratio("affordability_index", "rent", "income"),
          new Ratio("beds_per_guest", "beds", "guests"),
          new Ratio("guests_per_dollar", "guests", "rent"),
          new Ratio("free_weeks_per_guest", "rent_free_weeks", "guests"));

  /** Rents in four groups of four, far apart, so that no way to compute a quartile matters. */
  static final Table STAYS_TO_LEARN =
      stays(
          "1 2 3 4 5 6 7 8 14 21 28 30 null null null 4 null",
          "10 10 10 20 110 110 120 130 210 220 230 240 310 320 330 3300 null");

  /** Nights at each limit and beside it; values below and above everything in train. */
  static final Table STAYS_TO_CUT =
      stays(
          "0 1 3 6 7 27 28 400 null 2 8 30 5 4 9 29 6 2 -1 12 10 3 7",
          "15 112 115 118 122 2000 221 9000 -500 null 212 215 218 222 225 228 235 315 4000 NaN 223 224 226");

  private static Table stays(String nights, String rents) {
    StringBuilder stays = new StringBuilder("id:int | nights:int | rent:double");
    for (int i = 0; i < rents.split(" ").length; i++) {
      String row = "%n%d | %s | %s".formatted(i, nights.split(" ")[i], rents.split(" ")[i]);
      stays.append(row);
    }
    return Table.parse(stays.toString());
  }

  static final Table ROOMS =
      Table.parse(
          """
          id:int | width:double | windows:int | length:double
          1      | 3.0          | 1           | 4.25
          2      | 2.5          | 2           | 3.0
          3      | 5.0          | 4           | 6.5
          4      | 4.0          | 0           | 2.0
          5      | -1.5         | 3           | 7.0
          """);

  /** Ten days of one station and nine of another, out of order; two columns add up to the count. */
  static Table days(Draws draws) {
    TableBuilder days =
        Table.builder(
            "id:int", "station:string", "day:date", "at:timestamp", "casual:int", "registered:int");
    for (int i = 18; i >= 0; i--) {
      int day = i < 10 ? i * 3 % 10 : i * 2 % 9;
      days.row(
          i,
          i < 10 ? "Quay" : "Hill",
          LocalDate.of(2025, 5, 26).plusDays(day),
          Instant.parse("2025-05-30T19:00:00Z").plus(day, ChronoUnit.HOURS),
          draws.below(60),
          draws.below(200));
    }
    return days.build().with("count:int", row -> row.whole("casual") + row.whole("registered"));
  }
}
