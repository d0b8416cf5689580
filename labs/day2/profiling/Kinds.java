package day2.profiling;

import static dev.kindling.check.Expect.expect;

import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The kinds of a frame with every type there is, and of what known mistakes make of it. */
final class Kinds {

  private static final Map<String, String> RIGHT =
      Map.ofEntries(
          Map.entry("tiny", "numeric"),
          Map.entry("whole", "numeric"),
          Map.entry("money", "numeric"),
          Map.entry("ratio", "numeric"),
          Map.entry("yes", "boolean"),
          Map.entry("day", "date"),
          Map.entry("moment", "date"),
          Map.entry("clock", "date"),
          Map.entry("half", "categorical"),
          Map.entry("more", "text"),
          Map.entry("gaps", "text"),
          Map.entry("level", "categorical"),
          Map.entry("nothing", "text"),
          Map.entry("list", "unsupported"),
          Map.entry("bytes", "unsupported"),
          Map.entry("pair", "unsupported"));

  private Kinds() {}

  /**
   * Eight rows. {@code half} has 4 different of 8, {@code more} 5 of 8, {@code gaps} 3 different of
   * 5 (so half of the rows, more than half of the values), {@code level} 2 of 4 (3 with null).
   */
  static Dataset<Row> frame(SparkSession spark) {
    return spark.sql(
        """
        select cast(id as tinyint) as tiny, id as whole, cast(id as decimal(20, 2)) as money,
          cast(id as float) as ratio, id > 3 as yes, date'2025-01-01' as day,
          timestamp'2025-01-01 08:00:00' as moment, timestamp_ntz'2025-01-01 08:00:00' as clock,
          concat('h', id % 4) as half, concat('m', least(id, 4)) as more,
          if(id < 5, concat('g', id % 3), null) as gaps,
          if(id < 4, concat('l', id % 2), null) as level,
          cast(null as string) as nothing, array('a', 'b') as list, cast('ab' as binary) as bytes,
          struct(id, 'x') as pair
        from range(8)
        """);
  }

  /**
   * 2,000 rows: in {@code half} exactly half of the values are different, in {@code more} one more.
   */
  static Dataset<Row> manyRows(SparkSession spark) {
    return spark.sql(
        "select concat('h', id % 1000) as half, concat('m', id % 1001) as more from range(2000)");
  }

  static void judgeManyRows(Map<String, String> kinds) {
    expect(kinds)
        .as("the kinds of 2,000 rows")
        .toHaveEntries(Map.of("half", "categorical", "more", "text"))
        .diagnose(
            "distinct-is-a-guess",
            wrong -> Set.of("categorical", "text").containsAll(wrong.values()),
            "Of 2,000 values in each column, 'half' has 1,000 different ones and is categorical, 'more' has 1,001 and is text. So close to the limit, neither `approx_count_distinct` nor a part of the rows can tell: use `countDistinct` on all rows.");
  }

  static void judge(Map<String, String> kinds) {
    expect(kinds)
        .as("the kinds")
        .toHaveEntries(RIGHT)
        .diagnose(
            "share-of-rows",
            wrong -> "categorical".equals(wrong.get("gaps")),
            "'gaps' has 3 different values among 5, more than half, and is not categorical. It is if one counts its 8 rows: nulls are rows but no values. Compare with `count(col(c))`.")
        .diagnose(
            "half-is-too-many",
            wrong -> "text".equals(wrong.get("half")),
            "'half' has 4 different values among 8. That is at most half, so it is categorical: compare with <=.")
        .diagnose(
            "null-is-a-value",
            wrong -> "text".equals(wrong.get("level")),
            "'level' has 2 different values among 4, so it is categorical. With null as a third it would not be: `select(c).distinct()` and `groupBy(c)` count null as a value of its own, `countDistinct` does not.")
        .diagnose(
            "numeric-types-forgotten",
            wrong ->
                Set.of("tiny", "whole", "money", "ratio").stream()
                    .anyMatch(column -> !"numeric".equals(wrong.get(column))),
            "Some numeric columns were not recognised. There are more numeric types than int and double: byte, short, long, float and decimals too. All are a `NumericType`.")
        .diagnose(
            "date-types-forgotten",
            wrong ->
                Set.of("day", "moment", "clock").stream()
                    .anyMatch(column -> !"date".equals(wrong.get(column))),
            "Some dates were not recognised. Dates have three types here: `DateType`, `TimestampType`, and `TimestampNTZType` for times without a zone.")
        .diagnose(
            "empty-is-categorical",
            wrong -> "categorical".equals(wrong.get("nothing")),
            "'nothing' has no value at all, so zero different ones among zero values. A column is categorical only if it has a value.");
  }
}
