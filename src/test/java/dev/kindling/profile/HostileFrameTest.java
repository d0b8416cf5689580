package dev.kindling.profile;

import static dev.kindling.profile.Frames.column;
import static dev.kindling.profile.Frames.of;
import static dev.kindling.profile.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.TestSpark;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.ProfileSettings;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Frames that a profile must not stumble over. */
final class HostileFrameTest {

  @Test
  void aFrameWithoutRowsIsEmptyAndNothingElse() {
    Profile profile = Profile.of(of("a int, b string, c array<int>, d date", List.of()));

    assertThat(profile.overview().rows()).isZero();
    assertThat(profile.alerts()).extracting(Alert::type).containsExactly(AlertType.EMPTY);
    assertThat(profile.column("a").numbers().mean()).isNull();
    assertThat(profile.column("a").histogram()).isEmpty();
    assertThat(profile.column("b").texts().shortest()).isNull();
    assertThat(profile.column("d").dates().first()).isNull();
    assertThat(profile.toJson()).doesNotContain("NaN");
  }

  @Test
  void aFrameWithoutColumnsHasRows() {
    Dataset<Row> frame = TestSpark.session().range(3).toDF().select();
    Profile profile = Profile.of(frame);

    assertThat(profile.overview().rows()).isEqualTo(3);
    assertThat(profile.overview().columns()).isZero();
    assertThat(profile.overview().duplicateRows()).isZero();
    assertThat(profile.alerts()).isEmpty();
  }

  @Test
  void columnsWithoutAnyValueAreEmpty() {
    Profile profile =
        Profile.of(
            of(
                "a int, b string, c double, d date, e boolean, f array<int>",
                List.of(
                    row(null, null, null, null, null, null),
                    row(null, null, null, null, null, null))));

    assertThat(profile.alerts(AlertType.EMPTY)).hasSize(6);
    assertThat(profile.alerts(AlertType.MISSING)).isEmpty();
    assertThat(profile.column("a").distinct()).isZero();
    assertThat(profile.column("c").numbers().quantiles().q50()).isNull();
    assertThat(profile.column("e").mostFrequent()).isEmpty();
  }

  @Test
  void namesMayHoldAnything() {
    List<String> names =
        List.of("a.b", "`quoted`", "", " ", "<script>alert(1)</script>", "100 %s $1 \\", "a.b.c");
    Dataset<Row> frame =
        TestSpark.session()
            .range(4)
            .selectExpr(names.stream().map(name -> "id % 2").toArray(String[]::new))
            .toDF(names.toArray(String[]::new));
    Profile profile = Profile.of(frame);

    assertThat(profile.columns()).extracting(ColumnProfile::name).isEqualTo(names);
    assertThat(profile.column("a.b").numbers().mean()).isEqualTo(0.5);
    assertThat(profile.alerts(AlertType.HIGH_CORRELATION)).hasSize(21);
    assertThat(profile.alerts(AlertType.ZEROS))
        .anyMatch(alert -> alert.message().contains("'100 %s $1 \\' is zero in 50 %"));
  }

  @Test
  void twoColumnsOfOneNameAreTwoColumns() {
    Dataset<Row> frame = TestSpark.session().range(4).selectExpr("id as a", "id % 2 as a");

    assertThat(Profile.of(frame).columns())
        .extracting(ColumnProfile::distinct)
        .containsExactly(4L, 2L);
  }

  @Test
  void typesThatNobodyCanLookIntoAreOnlyCounted() {
    Dataset<Row> frame =
        TestSpark.session()
            .sql(
                """
                select array(id) as list, map('k', id) as pairs, struct(id, 'x' as x) as pair,
                  cast('ab' as binary) as bytes, null as nothing, interval 2 days as span,
                  parse_json('{"a": 1}') as variant, array(map(id, 1)) as deep,
                  if(id = 1, null, array(1)) as gaps
                from range(3)
                """);
    Profile profile = Profile.of(frame);

    assertThat(profile.columns()).extracting(ColumnProfile::kind).containsOnly(Kind.UNSUPPORTED);
    assertThat(profile.column("gaps").missing()).isEqualTo(1);
    assertThat(profile.column("list").count()).isEqualTo(3);
    assertThat(profile.column("list").distinct()).isNull();
    assertThat(profile.overview().duplicateRows()).isZero();
    assertThat(profile.alertsOf("list"))
        .extracting(Alert::type)
        .containsExactly(AlertType.UNSUPPORTED);
    assertThat(profile.alertsOf("nothing"))
        .extracting(Alert::type)
        .containsExactly(AlertType.EMPTY);
  }

  @Test
  void rowsThatDifferOnlyInAMapAreNotDuplicates() {
    Dataset<Row> frame = TestSpark.session().sql("select map('k', id % 2) as pairs from range(6)");

    assertThat(Profile.of(frame).overview().duplicateRows()).isEqualTo(4);
  }

  @Test
  void vectorsAreUnsupportedAndStillCompared() {
    Dataset<Row> frame =
        new org.apache.spark.ml.feature.VectorAssembler()
            .setInputCols(new String[] {"id"})
            .setOutputCol("features")
            .transform(TestSpark.session().range(6).selectExpr("id % 3 as id").toDF())
            .select("features");

    assertThat(Profile.of(frame).column("features").kind()).isEqualTo(Kind.UNSUPPORTED);
    assertThat(Profile.of(frame).overview().duplicateRows()).isEqualTo(3);
  }

  @Test
  void largeWholeNumbersAndLongDecimalsStayApart() {
    long large = (1L << 53) + 1;
    ColumnProfile whole =
        Profile.of(column("id", "bigint", large, large - 1, large + 1)).column("id");
    ColumnProfile money =
        Profile.of(
                column(
                    "money",
                    "decimal(38,10)",
                    new BigDecimal("1234567890123456789.0000000001"),
                    new BigDecimal("1234567890123456789.0000000002"),
                    new BigDecimal("2")))
            .column("money");

    assertThat(whole.distinct()).isEqualTo(3);
    assertThat(whole.mostFrequent()).extracting("value").contains("9007199254740993");
    assertThat(money.distinct()).isEqualTo(3);
    assertThat(money.numbers().min()).isEqualTo(2);
    assertThat(money.numbers().max()).isCloseTo((double) 1_234_567_890_123_456_789L, within(1e3));
  }

  @Test
  void hugeNumbersGiveNoNumberInsteadOfInfinity() {
    Profile profile = Profile.of(column("x", "double", 1e308, -1e308, 1.5e308));

    assertThat(profile.column("x").numbers().std()).isNull();
    assertThat(profile.column("x").histogram()).hasSize(3);
    assertThat(profile.toJson()).doesNotContain("Infinity").doesNotContain("NaN");
  }

  @Test
  void longTextsAreToldApartByTheirEnds() {
    String same = "x".repeat(5000);
    Profile profile = Profile.of(column("text", "string", same + "a", same + "b", same + "a"));

    assertThat(profile.column("text").distinct()).isEqualTo(2);
    assertThat(profile.column("text").texts().longest()).isEqualTo(5001);
  }

  @Test
  void aTimeColumnThatIsNoneIsToldByName() {
    Dataset<Row> frame = of("day string, sales int", List.<Object[]>of(row("2025-01-01", 1)));

    assertThatThrownBy(() -> Profile.of(frame, ProfileSettings.defaults().withTimeColumn("date")))
        .hasMessage("The time column 'date' is not in the frame; it has [day, sales].");
    assertThatThrownBy(() -> Profile.of(frame, ProfileSettings.defaults().withTimeColumn("day")))
        .hasMessageContaining("'day'")
        .hasMessageContaining("string");
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> ProfileSettings.defaults().withBins(0))
        .hasMessage("The setting 'bins' is 0: make it 1 or more.");
  }
}
