package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.frame;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.rows;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.expect;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class FrameShapeTest {

  private final Dataset<Row> listings =
      frame(
          "id bigint, price double, tags array<string>",
          rows(RowFactory.create(1L, 80.0, new String[] {"a"})));

  @Test
  void columnsAreASetUnlessTheirOrderIsAskedFor() {
    passes(() -> expect(listings).toHaveColumns("tags", "price", "id"));
    passes(() -> expect(listings).toHaveColumnsInOrder("id", "price", "tags"));
    CheckFailure failure =
        failureOf(
            () -> expect(listings).as("the table").toHaveColumnsInOrder("price", "id", "tags"));
    assertThat(failure.rationale()).isEqualTo("In the table, the columns are in another order.");
    assertThat(failure.expected()).isEqualTo("price, id, tags");
    assertThat(failure.actual()).isEqualTo("id, price, tags");
  }

  @Test
  void missingAndUnexpectedColumnsAreNamed() {
    assertThat(failureOf(() -> expect(listings).toHaveColumns("id", "beds", "baths")).rationale())
        .isEqualTo(
            "In the result, columns 'beds', 'baths' are missing; columns 'price', 'tags' are not expected.");
    assertThat(failureOf(() -> expect(listings).toHaveColumnsInOrder("id")).rationale())
        .isEqualTo("In the result, columns 'price', 'tags' are not expected.");
  }

  @Test
  void containedColumnsLeaveRoomForOthers() {
    passes(() -> expect(listings).toContainColumns("price"));
    assertThat(failureOf(() -> expect(listings).toContainColumns("price", "Tags")).rationale())
        .isEqualTo("In the result, column 'tags' must be called 'Tags'.");
  }

  @Test
  void schemasAreComparedByNameAndToldInWords() {
    passes(
        () ->
            expect(listings)
                .toHaveSchema(
                    StructType.fromDDL("price double not null, id bigint, tags array<string>")));
    assertThat(
            failureOf(
                    () ->
                        expect(listings)
                            .toHaveSchema(
                                StructType.fromDDL("id int, price double, tags array<int>")))
                .rationale())
        .isEqualTo(
            "In the result, column 'id' is bigint, expected int; column 'tags' is array<string>, expected array<int>.");
    assertThat(
            failureOf(() -> expect(listings).toHaveSchema(StructType.fromDDL("id bigint")))
                .rationale())
        .isEqualTo("In the result, columns 'price', 'tags' are not expected.");
  }

  @Test
  void oneTypeIsComparedAlone() {
    passes(() -> expect(listings).toHaveType("price", DataTypes.DoubleType));
    assertThat(
            failureOf(() -> expect(listings).toHaveType("price", DataTypes.IntegerType))
                .rationale())
        .isEqualTo("In the result, column 'price' is double, expected int.");
    assertThat(
            failureOf(() -> expect(listings).toHaveType("beds", DataTypes.IntegerType)).rationale())
        .isEqualTo("In the result, column 'beds' is missing.");
  }

  @Test
  void rowsAreCountedEvenIfTheyAreTooManyToCompare() {
    passes(() -> expect(listings).toHaveRowCount(1));
    passes(() -> expect(spark().range(250_000).toDF()).toHaveRowCount(250_000));
    CheckFailure failure =
        failureOf(() -> expect(spark().range(250_000).toDF()).as("the split").toHaveRowCount(7));
    assertThat(failure.rationale())
        .isEqualTo("Expected 7 rows in the split, but there are 250,000.");
    assertThat(failure.expected()).isEqualTo("7");
    assertThat(failure.actual()).isEqualTo("250000");
  }

  @Test
  void aConditionMayLookIntoTheFrame() {
    passes(() -> expect(listings).toSatisfy("a price is there", f -> f.first().getDouble(1) > 0));
    assertThat(
            failureOf(() -> expect(listings).toSatisfy("no row is left", Dataset::isEmpty))
                .rationale())
        .isEqualTo("Expected of the result: no row is left.");
    AnswerError error =
        thrownBy(
            () -> expect(listings).toSatisfy("beds exist", f -> f.select("beds").isEmpty()),
            AnswerError.class);
    assertThat(error).hasMessageContaining("UNRESOLVED_COLUMN");
  }

  @Test
  void nullIsAFailureAndNotAFault() {
    assertThat(
            failureOf(() -> expect((Dataset<Row>) null).as("the split").toHaveColumns("id"))
                .rationale())
        .isEqualTo("Expected a value for the split, but it is null.");
  }
}
