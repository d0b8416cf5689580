package day2.creation;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.data.Table;
import java.util.List;
import java.util.function.DoublePredicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Flat houses in plain Java: as they should be, and as known mistakes have them.
 *
 * @param flat the records, flat, as they stand: with -1 for what nobody knows
 */
record Houses(Rows flat) {

  static final String STREET_SLOTS = "street_hashed";

  private static final List<String> NUMBERS =
      List.of("num_rooms", "num_bedrooms", "num_bathrooms", "num_basement_rooms", "year_built");

  private static final String ZERO =
      "A number that nobody knows became 0.0. A house built in the year 0 and a house without a basement are statements; not known is null.";

  /** Judges everything but the vectors. */
  void judge(Dataset<Row> houses) {
    expect(houses)
        .as("the houses")
        .toContainColumns(flat.columns().toArray(String[]::new))
        .toContainColumns(STREET_SLOTS);
    FrameExpectation frame =
        expect(houses.drop(STREET_SLOTS))
            .as("the houses")
            .toHaveColumns(flat.columns().toArray(String[]::new))
            .diagnose(
                "house-number-as-amount",
                result -> List.of(result.columns()).contains("house_number"),
                "There is a column `house_number`. It consists of digits, but it is a name and no amount: number 24 is not twice number 12. It is not asked for; leave it out.");
    for (String number : NUMBERS) {
      frame
          .toHaveType(number, DataTypes.DoubleType)
          .diagnose(
              "int-not-double",
              result -> result.schema().apply(number).dataType().equals(DataTypes.IntegerType),
              "The numbers go into a feature vector and, for their gaps, through an `Imputer`, which would cut a median of 1.5 to 1. Cast all five to double.");
    }
    frame
        .toHaveRowCount(flat.size())
        .diagnose(
            "houses-dropped",
            result -> result.count() < flat.size(),
            result ->
                "%d of %d houses are gone. Some records have no `house_info`, some no `address`, some a number that nobody knows; all of them are houses with a price. What is in a missing object is null, and the row stays."
                    .formatted(flat.size() - result.count(), flat.size()))
        .toHaveRows(right())
        .diagnose(
            "sentinel-kept",
            () -> known(value -> true),
            "The -1 are still there. To a model a house with -1 basement rooms is one with a little less than none, and one that was built in the year -1 is very old. Make them null.")
        .diagnose(
            "zero-is-unknown",
            () -> known(value -> value > 0),
            "A 0 became null, too. Zero basement rooms means that there is no basement: somebody looked. Only -1 means that nobody knows.")
        .diagnose("zero-for-unknown", () -> zeros(false), ZERO)
        .diagnose("zero-for-unknown", () -> zeros(true), ZERO);
  }

  Table right() {
    return known(value -> value != -1);
  }

  private Table known(DoublePredicate isKnown) {
    return flat.each(
            row ->
                NUMBERS.forEach(
                    column -> {
                      Double value = Rows.number(row, column);
                      row.put(column, value != null && isKnown.test(value) ? value : null);
                    }))
        .table();
  }

  /** Zero for each -1, and for what is in a missing object if {@code all}. */
  private Table zeros(boolean all) {
    return flat.each(
            row ->
                NUMBERS.forEach(
                    column -> {
                      Double value = Rows.number(row, column);
                      boolean zero = value == null ? all : value == -1;
                      row.put(column, zero ? Double.valueOf(0) : value);
                    }))
        .table();
  }
}
