package day2.sqlcharts.checks;

import dev.kindling.data.Table;

/** Small inputs, made so that each way to read a task wrongly gives another result. */
final class Inputs {

  private Inputs() {}

  /** Two of five bins from 1,000.50 are empty; an income lies on the last edge alone, 6,003. */
  static final Table INCOMES =
      column(
          "host_income:double",
          "9500.0 4100.0 null 500.0 1200.0 1900.25 6003.0 1000.25 5500.0 null 9000.0 1450.0 1450.0"
              + " 4450.0 4999.0 null 0.0 -50.0 -75.5 1450.0");

  /** Shared rooms are all studios, and in a tent one of the two numbers is always missing. */
  static final Table ROOMS =
      Table.parse(
          """
          room_type:string | bedrooms:int | price:double
          Entire home/apt  | 1            | 40.0
          Private room     | 2            | 45.0
          Entire home/apt  | 2            | 301.0
          null             | 2            | 70.0
          Entire home/apt  | 0            | 500.0
          Shared room      | 0            | 20.0
          Private room     | 1            | 50.0
          Entire home/apt  | 3            | 2100.5
          Shared room      | 0            | 25.0
          Private room     | 0            | 30.0
          null             | 1            | 10.5
          Private room     | 2            | 0.0
          Private room     | 1            | 61.0
          Private room     | null         | 80.0
          Private room     | 1            | null
          Tent             | null         | 50.0
          Tent             | 1            | null
          """);

  /** The same month of two years, no shared room, and a month with rooms that nobody asks for. */
  static final Table PRICES =
      Table.parse(
          """
          last_scraped:date | room_type:string | host_income:double | price:double
          2025-03-31        | Private room     | 30_000.0           | 70.0
          2024-03-05        | Entire home/apt  | null               | 100.0
          2025-03-01        | Entire home/apt  | 50_000.0           | 200.0
          2024-03-20        | Entire home/apt  | 60_000.0           | 300.0
          2025-04-30        | Hotel room       | 70_000.0           | 900.0
          2024-03-21        | Entire home/apt  | 80_000.0           | 110.0
          2025-03-01        | Private room     | 20_000.0           | 50.0
          2025-03-15        | Private room     | 90_000.0           | 1000.0
          2025-04-02        | Private room     | null               | 40.0
          2025-04-09        | Entire home/apt  | 10_000.0           | null
          2025-04-03        | Private room     | null               | 45.0
          2025-06-10        | Hotel room       | 15_000.0           | 500.0
          2024-03-21        | Entire home/apt  | 80_000.0           | 110.0
          """);

  /** One cell has no rating, one rating is 0, and gaps occur in either column and in both. */
  static final Table RATINGS =
      Table.parse(
          """
          room_type:string | host_response_time:string | review_scores_rating:int
          Entire home/apt  | within an hour            | 90
          Private room     | within an hour            | 60
          Entire home/apt  | null                      | 40
          Entire home/apt  | within an hour            | 80
          null             | null                      | 20
          Entire home/apt  | within a day              | null
          Private room     | null                      | null
          Private room     | null                      | 70
          null             | within an hour            | 50
          Entire home/apt  | within an hour            | 99
          Private room     | within a day              | 95
          null             | within an hour            | 0
          """);

  /** A leap year, and once more than a week without a listing. */
  static final Table DAYS =
      column(
          "last_scraped:date",
          "2024-02-25 2024-02-25 2024-02-25 2024-02-26 2024-02-28 2024-02-28 2024-03-01 2024-03-01"
              + " 2024-03-01 2024-03-02 2024-03-05 2024-03-05 2024-03-05 2024-03-05 2024-03-06"
              + " 2024-03-09 2024-03-09 2024-03-09 2024-03-20 2024-03-22 2024-03-22");

  static final String CABIN = "Captain's \"Blue\" cabin";

  /**
   * Quay: prices that texts sort wrongly. Hill: a tie that ids as texts break wrongly. Mill: one
   * price among texts that are none, and types that are nearly the one asked for. Pier: a row that
   * is there twice. Lane: a home for nothing.
   */
  static final Table HOMES =
      Table.parse(
          """
          id:int | neighbourhood_cleansed:string | room_type:string           | text:string | price:double
          9      | Quay                          | Captain's "Blue" cabin     | $99.00      | 99.0
          10     | Quay                          | Captain's "Blue" cabin     | $1,234.00   | 1234.0
          100    | Hill                          | Captain's "Blue" cabin     | $80.00      | 80.0
          30     | Mill                          | Captain's "Blue" cabin     | on request  | null
          11     | Quay                          | Captain's "Blue" cabin     | $250.00     | 250.0
          40     | null                          | Captain's "Blue" cabin     | $1,000.00   | 1000.0
          12     | Quay                          | Tent                       | $5,000.00   | 5000.0
          20     | Hill                          | Captain's "Blue" cabin     | $80.00      | 80.0
          50     | Pier                          | Captain's "Blue" cabin     | $70.00      | 70.0
          41     | null                          | Captain's "Blue" cabin     | $999.50     | 999.5
          3      | Hill                          | Captain's "Blue" cabin     | $80.00      | 80.0
          31     | Mill                          | Captain's "Blue" cabin     | null        | null
          50     | Pier                          | Captain's "Blue" cabin     | $70.00      | 70.0
          32     | Mill                          | Captain's "Blue" cabin     | $60.00      | 60.0
          51     | Pier                          | Captain's "Blue" cabin     | $60.00      | 60.0
          42     | null                          | Captain's "Blue" cabin     | $45.00      | 45.0
          60     | Dock                          | Tent                       | $20.00      | 20.0
          61     | Mill                          | captain's "blue" cabin     | $400.00     | 400.0
          62     | Mill                          | Old Captain's "Blue" cabin | $410.00     | 410.0
          63     | Mill                          | Captain's "Blue" cabin II  | $420.00     | 420.0
          34     | Mill                          | Captain's "Blue" cabin     | from $90    | null
          35     | Mill                          | Captain's "Blue" cabin     | ''          | null
          70     | Lane                          | Captain's "Blue" cabin     | $0.00       | 0.0
          """);

  static final Table RAW_HOMES =
      HOMES
          .with("id:string", home -> home.get("id").toString())
          .drop("price")
          .rename("text", "price");

  /** Bay and Cove share a median at the cut after three; Abbey is dear only on average. */
  static final Table NEIGHBOURHOODS =
      Table.parse(
          """
          neighbourhood_cleansed:string | price:double
          Abbey                         | 100.0
          Cove                          | 300.0
          The "Old" Quay                | 900.0
          Wharf                         | 500.0
          Abbey                         | 110.0
          The "Old" Quay                | 1000.0
          Bay                           | 250.0
          Abbey                         | 9000.0
          Bay                           | 350.0
          The "Old" Quay                | 100.0
          Wharf                         | null
          """);

  private static Table column(String head, String values) {
    return Table.parse(head + "\n" + values.replace(' ', '\n'));
  }
}
