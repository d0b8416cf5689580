package dev.kindling.check;

import static dev.kindling.check.Checking.failureOf;
import static dev.kindling.check.Checking.frame;
import static dev.kindling.check.Checking.passes;
import static dev.kindling.check.Checking.rows;
import static dev.kindling.check.Checking.spark;
import static dev.kindling.check.Checking.thrownBy;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class FrameRowsTest {

  private final Dataset<Row> medians =
      frame(
          "name string, median double",
          rows(RowFactory.create("price", 120.0), RowFactory.create("beds", 2.0)));

  private static Table table() {
    return Table.of("name", "median");
  }

  @Test
  void rowsPassInAnyOrderAndColumnsByName() {
    passes(() -> expect(medians).toHaveRows(table().row("beds", 2.0).row("price", 120.0)));
    passes(
        () ->
            expect(medians)
                .toHaveRows(Table.of("median", "name").row(2.0, "beds").row(120.0, "price")));
  }

  @Test
  void aWrongCellIsMarkedInBothTables() {
    CheckFailure failure =
        failureOf(
            () ->
                expect(medians)
                    .as("the medians")
                    .toHaveRows(table().row("beds", 2.0).row("price", 95.5)));
    assertThat(failure.rationale())
        .isEqualTo("In the medians, 1 of 2 rows differs from what is expected.");
    assertThat(failure.expected()).isEqualTo("name  | median\n------|-------\nprice |  *95.5");
    assertThat(failure.actual()).isEqualTo("name  | median\n------|-------\nprice | *120.0");
    assertThat(failure.diagnosis()).isNull();
  }

  @Test
  void duplicatesCount() {
    Dataset<Row> doubled = medians.union(medians);
    Table once = table().row("beds", 2.0).row("price", 120.0);
    passes(() -> expect(doubled).toHaveRows(medians.union(medians)));
    assertThat(failureOf(() -> expect(doubled).toHaveRows(once)).rationale())
        .isEqualTo("In the result, 2 rows come more often than expected (4 rows, expected 2).");
    CheckFailure fewer = failureOf(() -> expect(medians).toHaveRows(doubled));
    assertThat(fewer.rationale())
        .isEqualTo("In the result, 2 expected rows are missing (2 rows, expected 4).");
    assertThat(fewer.actual()).contains("(no such row)");
  }

  @Test
  void nullsEqualNullAndNanEqualsNan() {
    Dataset<Row> odd =
        frame(
            "a string, b double",
            rows(
                RowFactory.create(null, Double.NaN),
                RowFactory.create("x", null),
                RowFactory.create("x", 0.0)));
    Table same = Table.of("a", "b").row("x", -0.0).row("x", null).row(null, Double.NaN);
    passes(() -> expect(odd).within(0.1).toHaveRows(same));
    Table other = Table.of("a", "b").row("x", 0.0).row("x", 0.0).row(null, Double.NaN);
    CheckFailure failure = failureOf(() -> expect(odd).within(0.1).toHaveRows(other));
    assertThat(failure.actual()).isEqualTo("a |     b\n--|------\nx | *null");
  }

  @Test
  void aToleranceHoldsForAllColumnsAndAnotherForOne() {
    Table near = table().row("price", 120.4).row("beds", 2.3);
    passes(() -> expect(medians).within(0.5).toHaveRows(near));
    failureOf(() -> expect(medians).within(0.3).toHaveRows(near));
    passes(() -> expect(medians).within(0.01).within("median", 0.5).toHaveRows(near));
    failureOf(() -> expect(medians).within(0.5).within("median", 0.01).toHaveRows(near));
  }

  @Test
  void wholeNumbersAreExactUnlessAToleranceIsGiven() {
    Dataset<Row> counts = frame("n int", rows(RowFactory.create(10), RowFactory.create(20)));
    failureOf(() -> expect(counts).toHaveRows(Table.of("n").row(11).row(20)));
    passes(() -> expect(counts).within(1).toHaveRows(Table.of("n").row(11).row(20)));
    Dataset<Row> large = frame("n bigint", rows(RowFactory.create(Long.MAX_VALUE)));
    failureOf(() -> expect(large).toHaveRows(Table.of("n").row(Long.MAX_VALUE - 1)));
  }

  @Test
  void nearRowsPairUpWhereTakingTheFirstWouldFail() {
    Dataset<Row> two =
        frame("x double, y double", rows(RowFactory.create(1.2, 5.9), RowFactory.create(1.4, 4.1)));
    Table expected = Table.of("x", "y").row(1.0, 5.0).row(1.5, 5.9);
    passes(() -> expect(two).within(1).toHaveRows(expected));
  }

  @Test
  void vectorsCompareElementByElement() {
    Dataset<Row> vectors =
        new VectorAssembler()
            .setInputCols(new String[] {"median", "one"})
            .setOutputCol("features")
            .transform(medians.withColumn("one", lit(1.0)))
            .select("name", "features");
    Table expected =
        Table.of("name", "features")
            .row("price", List.of(120.0, 1.0))
            .row("beds", List.of(2.2, 1.0));
    passes(() -> expect(vectors).within(0.3).toHaveRows(expected));
    CheckFailure failure = failureOf(() -> expect(vectors).toHaveRows(expected));
    assertThat(failure.expected()).contains("beds | *[2.2, 1.0]");
    assertThat(failure.actual()).contains("beds | *[2.0, 1.0]");
    assertThat(
            failureOf(
                    () ->
                        expect(medians).toHaveRows(vectors.withColumnRenamed("features", "median")))
                .rationale())
        .isEqualTo("In the result, column 'median' is double, expected vector.");
  }

  @Test
  void nestedTypesCompareByContent() {
    Dataset<Row> nested =
        spark()
            .sql(
                """
                select array(1.0D, 2.0D) as list,
                  map('a', 1.0D, 'b', 2.0D) as map,
                  named_struct('street', 'Main', 'no', 4) as address,
                  timestamp'2026-03-01 12:00:00' as at,
                  date'2026-03-01' as day,
                  cast(1.5 as decimal(10,2)) as price,
                  binary('x') as bytes
                """);
    Table expected =
        Table.of("list", "map", "address", "at", "day", "price", "bytes")
            .row(
                List.of(1.0, 2.0),
                Map.of("b", 2.0, "a", 1.0),
                RowFactory.create("Main", 4),
                Instant.parse("2026-03-01T12:00:00Z"),
                LocalDate.of(2026, 3, 1),
                new BigDecimal("1.5"),
                new byte[] {'x'});
    passes(() -> expect(nested).toHaveRows(expected));
    passes(() -> expect(nested).toHaveRows(nested));
    CheckFailure failure =
        failureOf(
            () ->
                expect(nested)
                    .toHaveRows(
                        nested.withColumn(
                            "address", expr("named_struct('street', 'Main', 'no', 5)"))));
    assertThat(failure.actual()).contains("*{Main, 4}").doesNotContain("*[");
    assertThat(failure.expected()).contains("*{Main, 5}");
  }

  @Test
  void orderCountsWhereItIsAskedFor() {
    Dataset<Row> sorted = medians.orderBy(col("median").desc());
    Table descending = table().row("price", 120.0).row("beds", 2.0);
    Table ascending = table().row("beds", 2.0).row("price", 120.0);
    passes(() -> expect(sorted).toHaveRowsInOrder(descending));
    passes(() -> expect(sorted).toHaveRowsInOrder(medians.orderBy(col("name").desc())));
    CheckFailure failure = failureOf(() -> expect(sorted).toHaveRowsInOrder(ascending));
    assertThat(failure.rationale())
        .isEqualTo(
            "In the result, the rows are right but not in the order asked for, from row 1 on.");
    assertThat(failure.actual())
        .isEqualTo(
            "row | name   | median\n----|--------|-------\n  1 | *price | *120.0\n  2 | *beds  |   *2.0");
  }

  @Test
  void columnsAndTypesAreToldInWordsWithoutComputingAnything() {
    Dataset<Row> broken = medians.withColumn("median", expr("cast(raise_error('never') as int)"));
    Table expected = table().row("price", 120.0);
    assertThat(failureOf(() -> expect(broken).as("the medians").toHaveRows(expected)).rationale())
        .isEqualTo("In the medians, column 'median' is int, expected double.");
    assertThat(failureOf(() -> expect(broken.drop("name")).toHaveRows(expected)).rationale())
        .isEqualTo("In the result, column 'name' is missing.");
    assertThat(
            failureOf(() -> expect(broken.withColumnRenamed("name", "Name")).toHaveRows(expected))
                .rationale())
        .isEqualTo("In the result, column 'Name' must be called 'name'.");
    assertThat(
            failureOf(() -> expect(broken.select(col("*"), col("name"))).toHaveRows(expected))
                .rationale())
        .isEqualTo("In the result, column 'name' is there 2 times.");
  }

  @Test
  void longAndWideDifferencesAreCut() {
    Dataset<Row> wide = spark().range(20).toDF();
    Table expected = Table.of("id");
    for (long i = 100; i < 120; i++) {
      expected = expected.row(i);
    }
    Table wanted = expected;
    CheckFailure failure = failureOf(() -> expect(wide).toHaveRows(wanted));
    assertThat(failure.actual().lines()).hasSize(2 + 8 + 1);
    assertThat(failure.actual()).endsWith("… and 12 more");
    Dataset<Row> columns = spark().range(1).toDF();
    for (int i = 0; i < 12; i++) {
      columns = columns.withColumn("c" + i, lit(i));
    }
    Dataset<Row> many = columns;
    CheckFailure one = failureOf(() -> expect(many).toHaveRows(many.withColumn("c10", lit(99))));
    assertThat(one.actual())
        .contains("c10")
        .contains("*10")
        .contains("id")
        .doesNotContain("c11")
        .endsWith("(5 more columns are not shown)");
  }

  @Test
  void columnsThatDifferAreShownBeforeOnesThatDoNot() {
    Dataset<Row> columns = spark().range(1).toDF();
    for (int i = 0; i < 6; i++) {
      columns = columns.withColumn("c" + i, lit("a text of about thirty letters" + i));
    }
    Dataset<Row> wide = columns;
    CheckFailure late =
        failureOf(() -> expect(wide).toHaveRows(wide.withColumn("c5", lit("another text"))));
    assertThat(late.actual())
        .startsWith("id | c0 ")
        .contains("| c5")
        .contains("*a text")
        .doesNotContain("c1")
        .endsWith("(4 more columns are not shown)");
    assertThat(late.actual().lines()).allMatch(line -> line.length() <= 80);
    Column[] others = new Column[7];
    others[0] = col("id");
    for (int i = 0; i < 6; i++) {
      others[i + 1] = lit("something else altogether").as("c" + i);
    }
    assertThat(failureOf(() -> expect(wide).toHaveRows(wide.select(others))).actual())
        .startsWith("id | c0 ")
        .endsWith("(4 more columns are not shown, 4 of them differ too)");
  }

  @Test
  void moreRowsThanCanBeComparedAreRefusedInWords() {
    Dataset<Row> huge = spark().range(2_000_000_000L).toDF();
    Table small = Table.of("id").row(0L);
    assertThat(failureOf(() -> expect(huge).toHaveRows(small)).rationale())
        .isEqualTo("Expected 1 row in the result, but there are more than 100,000 rows.");
    IllegalArgumentException harness =
        thrownBy(
            () -> expect(medians.select(col("median").cast("long").as("id"))).toHaveRows(huge),
            IllegalArgumentException.class);
    assertThat(harness).hasMessageContaining("The expected frame has more than 100,000 rows");
  }

  @Test
  void aHugeFrameIsCountedForItsCauseOnlyAsFarAsThatIsQuick() {
    assertThat(FrameReader.count(spark().range(150_000).toDF())).contains(150_000L);
    assertThat(FrameReader.count(spark().range(2_000_000_000L).toDF())).isEmpty();
  }

  @Test
  void aHugeFrameOfManyPartitionsIsCountedFirst() {
    Dataset<Row> huge = spark().range(0, 2_000_000_000L, 1, 60).toDF();
    Table small = Table.of("id").row(0L);
    assertThat(failureOf(() -> expect(huge).toHaveRows(small)).rationale())
        .contains("more than 100,000 rows");
    passes(() -> expect(spark().range(0, 30, 1, 60).toDF()).toHaveRows(ids(30)));
  }

  @Test
  void aToleranceForAnUnknownColumnIsAMistakeOfTheCheck() {
    assertThat(
            thrownBy(
                () ->
                    expect(medians)
                        .within("medain", 1)
                        .toHaveRows(table().row("beds", 2.0).row("price", 120.0)),
                IllegalArgumentException.class))
        .hasMessage(
            "A tolerance is given for 'medain', but the expected columns are 'name', 'median': correct the name.");
  }

  @Test
  void aFrameThatCannotBeComputedIsTheAnswersError() {
    Dataset<Row> broken =
        medians.withColumn("median", expr("cast(raise_error('no luck') as double)"));
    Table expected = table().row("price", 120.0);
    AnswerError error =
        thrownBy(() -> expect(broken).as("the medians").toHaveRows(expected), AnswerError.class);
    assertThat(error).hasMessageStartingWith("Computing the medians failed: ");
    assertThat(error.getMessage().lines()).hasSize(1);
    assertThat(error.getCause()).hasMessageContaining("no luck");
  }

  @Test
  void aBrokenExpectationIsNotTheAnswersError() {
    Dataset<Row> broken = medians.withColumn("median", expr("cast(raise_error('ours') as double)"));
    Throwable error = thrownBy(() -> expect(medians).toHaveRows(broken), RuntimeException.class);
    assertThat(error).isNotInstanceOf(AnswerError.class);
    assertThat(
            thrownBy(
                () -> expect(medians).toHaveRows(table().row("a", 1.0).row("b", 2)),
                IllegalArgumentException.class))
        .hasMessage(
            "Column 'median' of the table mixes double and int: write every value in one type.");
  }

  @Test
  void aWrongFrameOfManyRowsShowsTheSameIdsOnBothSides() {
    Dataset<Row> actual =
        spark()
            .range(1000)
            .selectExpr("id % 3 AS kind", "999 - id AS id", "CAST(id AS double) AS x");
    var expected = Table.builder("kind", "x", "id");
    for (long id = 0; id < 1000; id++) {
      expected.row((999 - id) % 3, id + 0.5, id);
    }
    Table right = expected.build();
    for (boolean ordered : List.of(true, false)) {
      CheckFailure failure =
          failureOf(
              () -> {
                if (ordered) {
                  expect(actual).toHaveRowsInOrder(right);
                } else {
                  expect(actual).toHaveRows(right);
                }
              });
      assertThat(failure.rationale())
          .isEqualTo("In the result, 1000 of 1000 rows differ from what is expected.");
      assertThat(failure.expected()).contains("*0.5 |  0").contains("*2.5 |  2");
      assertThat(failure.actual()).contains("*999.0 |  0").contains("*997.0 |  2");
      assertThat(failure.actual()).endsWith("… and 992 more");
    }
  }

  @Test
  void aKeyThatStandsFarBehindComesAlong() {
    String columns = "a int, b int, c int, d int, e int, f int, g int, h int, i int, j int, id int";
    Row row = RowFactory.create(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 7);
    CheckFailure failure =
        failureOf(
            () ->
                expect(frame(columns, rows(row)))
                    .toHaveRows(
                        Table.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "id")
                            .row(1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 7)));
    assertThat(failure.expected())
        .isEqualTo(
            """
            a | b | c | d | e | f |  j | id
            --|---|---|---|---|---|----|---
            1 | 1 | 1 | 1 | 1 | 1 | *2 |  7
            (3 more columns are not shown)""");
  }

  @Test
  void aDeclaredTypeIsAskedForEvenWhereAColumnIsEmpty() {
    Dataset<Row> empty = frame("name string, median double", rows());
    passes(() -> expect(empty).toHaveRows(Table.parse("name:string | median:double")));
    assertThat(
            failureOf(() -> expect(empty).toHaveRows(Table.parse("name:string | median:int")))
                .rationale())
        .isEqualTo("In the result, column 'median' is double, expected int.");
  }

  @Test
  void aDeclaredVectorIsComparedAsAVectorAndADeclaredArrayIsNone() {
    Dataset<Row> vectors =
        new VectorAssembler()
            .setInputCols(new String[] {"median"})
            .setOutputCol("features")
            .transform(medians)
            .select("name", "features");
    passes(
        () ->
            expect(vectors)
                .toHaveRows(
                    Table.parse("name:string | features:vector\nbeds | [2]\nprice | [120]")));
    assertThat(
            failureOf(
                    () ->
                        expect(vectors)
                            .toHaveRows(Table.parse("name:string | features:array<double>")))
                .rationale())
        .isEqualTo("In the result, column 'features' is vector, expected array<double>.");
  }

  @Test
  void comparingCostsOneJobHoweverLongTheChain() {
    Dataset<Row> partitioned = spark().range(0, 100, 1, 8).toDF();
    passes(
        () -> {
          int jobs =
              JobCount.of(
                      spark(),
                      () -> {
                        CheckScope.run(
                            () ->
                                expect(partitioned)
                                    .toHaveColumns("id")
                                    .toHaveRowCount(100)
                                    .toHaveRows(ids(100))
                                    .toHaveRowsInOrder(ids(100)));
                        return null;
                      })
                  .jobs()
                  .size();
          expect(jobs).toBe(1);
        });
  }

  private static Table ids(int count) {
    Table table = Table.of("id");
    return new Table(
        table.columns(),
        LongStream.range(0, count).mapToObj(id -> Arrays.<Object>asList(id)).toList());
  }
}
