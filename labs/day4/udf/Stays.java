package day4.udf;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Listings with the text {@code stay}, and the structs that it must become.
 *
 * @param listings {@code id}, {@code stay}, whether the struct is null ({@code none}), and its
 *     fields {@code min} and {@code max}
 */
record Stays(Table listings) {

  private static final StructType NIGHTS =
      new StructType().add("min", DataTypes.IntegerType).add("max", DataTypes.IntegerType);

  static final Table NO_STAYS = Table.of("id", "stay", "none", "min", "max");

  Dataset<Row> frame(SmallFrames frames) {
    return frames.of("id INT, stay STRING", Tables.rows(Tables.columns(listings, "id", "stay")));
  }

  void judge(Dataset<Row> result) {
    expect(result)
        .as("the listings with nights")
        .toHaveColumns("id", "stay", "nights")
        .toHaveType("nights", NIGHTS);
    expect(compute("the nights", () -> flat(result)))
        .as("the nights")
        .toHaveRows(listings)
        .diagnose(
            "swapped-fields",
            () ->
                Tables.map(
                    listings,
                    row ->
                        Arrays.asList(row.get(0), row.get(1), row.get(2), row.get(4), row.get(3))),
            "min and max have changed places. The values of a Row go to the fields by position, not by name: give them"
                + " in the order in which the struct declares its fields.")
        .diagnose(
            "struct-of-nulls",
            () ->
                Tables.map(
                    listings,
                    row -> Arrays.asList(row.get(0), row.get(1), false, row.get(3), row.get(4))),
            "Where stay is null there is a struct with two nulls, and nights.isNull() does not find it. Return null"
                + " itself there, not a Row of nulls.")
        .diagnose(
            "open-end-invented",
            frame -> frame.where("stay LIKE '%+' AND max IS NOT NULL").count() > 0,
            "A stay such as \"3+\" has no upper end, and there is a number in max. A made-up number looks like a real"
                + " one to all who come later: put null there.");
  }

  private static Dataset<Row> flat(Dataset<Row> result) {
    return result.select(
        col("id"),
        col("stay"),
        col("nights").isNull().as("none"),
        col("nights.min"),
        col("nights.max"));
  }
}
