package day2.scaling.checks;

import dev.kindling.data.Table;

/** Small inputs of the checks: some parcels, the number of whose bags is constant at first. */
final class HandMade {

  /**
   * Eight values in each column, of which the second and the third are equal, and so are the sixth
   * and the seventh: all ways to find a quartile agree. The largest warmth by size is negative.
   */
  static final Table PARCELS =
      parcels(
          """
          id:int | sender:string | weight:double | warmth:double | bags:double
          1      | Ida           | 6             | -10           | 3
          2      | null          | 1             | 10            | 3
          3      | Ole           | 2             | 30            | 3
          4      | Ole           | 8             | -40           | 3
          5      | Una           | 3             | 0             | 3
          6      | null          | 2             | 5             | 3
          7      | Ida           | 6             | -10           | 3
          8      | Ida           | 4             | 10            | 3
          """);

  /** The same, with one that is there twice. */
  static final Table PARCELS_TO_LEARN = PARCELS.union(PARCELS.head(1));

  /** Beyond the others on both sides, and with other values in the constant column. */
  static final Table LATER_PARCELS =
      parcels(
          """
          id:int | sender:string | weight:double | warmth:double | bags:double
          11     | Ida           | 3             | -15           | 3
          12     | null          | 12            | 5             | 4
          13     | Ole           | 0.5           | 45            | 3
          14     | Ole           | 2             | -60           | -8
          11     | Ida           | 3             | -15           | 3
          """);

  private HandMade() {}

  /** The price is 3 plus 2 for each unit of weight minus 0.05 for each degree, and nothing else. */
  private static Table parcels(String text) {
    return Table.parse(text)
        .with("price:double", row -> 3 + 2 * row.number("weight") - 0.05 * row.number("warmth"));
  }
}
