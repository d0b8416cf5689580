package dev.kindling.profile;

import static dev.kindling.profile.Frames.column;
import static dev.kindling.profile.Frames.of;
import static dev.kindling.profile.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.profile.report.Bin;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Frequency;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.NumberSummary;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small frames, whose figures are worked out by hand. */
final class ProfileTest {

  /** 2, 4, 4, 4, 5, 5, 7, 9 and a null: mean 5, squares 32. */
  @Test
  void aNumericColumnHasTheFiguresOfItsValues() {
    ColumnProfile rooms =
        Profile.of(column("rooms", "int", 4, 2, null, 9, 4, 5, 4, 7, 5)).column("rooms");
    NumberSummary numbers = rooms.numbers();

    assertThat(rooms.kind()).isEqualTo(Kind.NUMERIC);
    assertThat(rooms.count()).isEqualTo(8);
    assertThat(rooms.missing()).isEqualTo(1);
    assertThat(rooms.missingShare()).isCloseTo(1 / 9.0, within(1e-12));
    assertThat(rooms.distinct()).isEqualTo(5);
    assertThat(numbers.mean()).isEqualTo(5);
    assertThat(numbers.std()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    assertThat(numbers.skewness()).isCloseTo(0.65625, within(1e-12));
    assertThat(numbers.kurtosis()).isCloseTo(356 / 128.0 - 3, within(1e-12));
    assertThat(numbers.min()).isEqualTo(2);
    assertThat(numbers.max()).isEqualTo(9);
    assertThat(numbers.quantiles().q25()).isEqualTo(4);
    assertThat(numbers.quantiles().q50()).isEqualTo(4);
    assertThat(numbers.quantiles().q75()).isEqualTo(5);
    assertThat(numbers.quantiles().q95()).isEqualTo(9);
    assertThat(numbers.quantiles().rankError()).isZero();
    assertThat(rooms.mostFrequent()).startsWith(new Frequency("4", 3, 0.375));
    assertThat(rooms.histogram()).extracting(Bin::count).containsExactly(1L, 3L, 2L, 1L, 1L);
    assertThat(rooms.histogram().get(4)).isEqualTo(new Bin(7.6, 9, 1));
  }

  @Test
  void whatIsNotFiniteIsCountedApartAndIsNotMissing() {
    ColumnProfile ratio =
        Profile.of(
                column(
                    "ratio",
                    "double",
                    1.0,
                    Double.NaN,
                    -0.0,
                    0.0,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    null,
                    -4.0,
                    Double.NaN))
            .column("ratio");

    assertThat(ratio.count()).isEqualTo(8);
    assertThat(ratio.missing()).isEqualTo(1);
    assertThat(ratio.numbers().nan()).isEqualTo(2);
    assertThat(ratio.numbers().infinite()).isEqualTo(2);
    assertThat(ratio.numbers().zeros()).isEqualTo(2);
    assertThat(ratio.numbers().negative()).isEqualTo(1);
    assertThat(ratio.numbers().mean()).isEqualTo(-0.75);
    assertThat(ratio.numbers().min()).isEqualTo(-4);
    assertThat(ratio.numbers().max()).isEqualTo(1);
    // 1, NaN, 0, Infinity, -Infinity, -4
    assertThat(ratio.distinct()).isEqualTo(6);
  }

  @Test
  void theOverviewCountsCellsAndRowsThatRepeat() {
    Profile profile =
        Profile.of(
            of(
                "a int, b int",
                List.of(row(null, 1), row(1, null), row(null, 1), row(null, null), row(null, 1))));

    assertThat(profile.overview().rows()).isEqualTo(5);
    assertThat(profile.overview().columns()).isEqualTo(2);
    assertThat(profile.overview().cells()).isEqualTo(10);
    assertThat(profile.overview().missingCells()).isEqualTo(6);
    assertThat(profile.overview().missingShare()).isEqualTo(0.6);
    // (null, 1) and (1, null) differ; two rows repeat the first.
    assertThat(profile.overview().duplicateRows()).isEqualTo(2);
    assertThat(profile.overview().duplicateShare()).isEqualTo(0.4);
    assertThat(profile.overview().estimatedBytes()).isEqualTo(16);
    assertThat(profile.overview().kinds()).isEqualTo(java.util.Map.of(Kind.NUMERIC, 2));
  }

  @Test
  void aTextThatRepeatsIsACategoryAndOthersAreTexts() {
    assertThat(kind("string", "a", "b", "a", "b", "c", "c")).isEqualTo(Kind.CATEGORICAL);
    assertThat(kind("string", "a", "b", "c", "d", "d")).isEqualTo(Kind.TEXT);
    assertThat(kind("string", "Yes", "no", "no")).isEqualTo(Kind.BOOLEAN);
    assertThat(kind("string", "t", "f")).isEqualTo(Kind.BOOLEAN);
    assertThat(kind("string", "t", "no", "t", "no")).isEqualTo(Kind.CATEGORICAL);
    assertThat(kind("boolean", true, false, null)).isEqualTo(Kind.BOOLEAN);
    assertThat(kind("date", Date.valueOf("2025-01-31"))).isEqualTo(Kind.DATE);
    assertThat(kind("string", (Object) null)).isEqualTo(Kind.TEXT);
  }

  private static Kind kind(String type, Object... values) {
    return Profile.of(column("c", type, values)).column("c").kind();
  }

  @Test
  void textsHaveLengthsInCharacters() {
    ColumnProfile name = Profile.of(column("name", "string", "Zoë", "𝄞", "", null)).column("name");

    assertThat(name.texts().shortest()).isEqualTo(0);
    assertThat(name.texts().longest()).isEqualTo(3);
    assertThat(name.texts().meanLength()).isCloseTo(4 / 3.0, within(1e-12));
  }

  @Test
  void datesAndTimesTellTheirRange() {
    ColumnProfile day =
        Profile.of(
                column("day", "date", Date.valueOf("2025-01-31"), Date.valueOf("2024-12-31"), null))
            .column("day");
    ColumnProfile moment =
        Profile.of(
                column(
                    "at",
                    "timestamp",
                    Timestamp.valueOf(LocalDateTime.parse("2025-01-01T00:00:00")),
                    Timestamp.valueOf(LocalDateTime.parse("2025-01-02T12:00:00"))))
            .column("at");
    ColumnProfile local =
        Profile.of(column("at", "timestamp_ntz", LocalDateTime.parse("1969-12-31T23:59:59.5")))
            .column("at");

    assertThat(day.dates().first()).isEqualTo("2024-12-31");
    assertThat(day.dates().last()).isEqualTo("2025-01-31");
    assertThat(day.dates().rangeDays()).isEqualTo(31);
    assertThat(day.histogram().get(0).from())
        .isEqualTo(java.time.Instant.parse("2024-12-31T00:00:00Z").toEpochMilli());
    assertThat(moment.dates().rangeDays()).isEqualTo(1.5);
    assertThat(local.dates().first()).isEqualTo("1969-12-31T23:59:59.500");
  }

  @Test
  void correlationsAreThoseOfTheRows() {
    Profile profile =
        Profile.of(
            of(
                "x int, y double, c string, flag boolean, same int",
                List.of(
                    row(1, 2.0, "a", true, 5),
                    row(2, 1.0, "b", false, 5),
                    row(3, 4.0, "a", true, 5),
                    row(null, 9.0, "a", true, 5),
                    row(4, 3.0, "b", false, 5),
                    row(5, 60.0, "b", false, 5))));

    // x 1 to 5 and y 2 1 4 3 60: products 2·12 + 13 − ... worked out as 120 / √(10 · 2680).
    assertThat(profile.correlations().pearson().of("x", "y"))
        .isCloseTo(118 / Math.sqrt(10 * 2650.0), within(0.02));
    assertThat(profile.correlations().spearman().of("x", "y")).isCloseTo(0.8, within(1e-12));
    assertThat(profile.correlations().pearson().of("x", "same")).isNull();
    assertThat(profile.correlations().pearson().of("x", "x")).isEqualTo(1);
    assertThat(profile.correlations().cramersV().of("c", "flag")).isCloseTo(1, within(1e-9));
    assertThat(profile.correlations().spearman().sampled()).isFalse();
  }

  @Test
  void anUnknownColumnIsNamed() {
    Profile profile = Profile.of(column("rooms", "int", 1));

    assertThatThrownBy(() -> profile.column("room"))
        .hasMessage("There is no column 'room'; there are [rooms].");
    assertThatThrownBy(() -> profile.correlations().pearson().of("rooms", "price"))
        .hasMessageContaining("'price'");
  }
}
