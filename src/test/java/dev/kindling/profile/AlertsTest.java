package dev.kindling.profile;

import static dev.kindling.profile.Frames.column;
import static dev.kindling.profile.report.AlertType.CONSTANT;
import static dev.kindling.profile.report.AlertType.CONSTANT_LENGTH;
import static dev.kindling.profile.report.AlertType.DUPLICATES;
import static dev.kindling.profile.report.AlertType.HIGH_CARDINALITY;
import static dev.kindling.profile.report.AlertType.HIGH_CORRELATION;
import static dev.kindling.profile.report.AlertType.IMBALANCE;
import static dev.kindling.profile.report.AlertType.INFINITE;
import static dev.kindling.profile.report.AlertType.MISSING;
import static dev.kindling.profile.report.AlertType.NON_STATIONARY;
import static dev.kindling.profile.report.AlertType.SEASONAL;
import static dev.kindling.profile.report.AlertType.SKEWED;
import static dev.kindling.profile.report.AlertType.TYPE_DATE;
import static dev.kindling.profile.report.AlertType.UNIFORM;
import static dev.kindling.profile.report.AlertType.UNIQUE;
import static dev.kindling.profile.report.AlertType.ZEROS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.TestSpark;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.profile.report.Thresholds;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each alert on a column that was planted for it, and on none that was not. */
final class AlertsTest {

  /** 2,000 rows; {@code u} is a fixed shuffle of 0 to 1,999. */
  private static Dataset<Row> planted() {
    return TestSpark.session()
        .range(0, 2000, 1, 2)
        .selectExpr("id", "(id * 1237) % 2000 as u")
        .selectExpr(
            "concat('k-', u) as key",
            "pow(u / 2000, 2) + 0.1 as plain",
            "'same' as constant",
            "if(u % 10 = 0, 'told', null) as scarce",
            "if(u % 50 = 0, sqrt(u + 1), 0) as zeros",
            "if(u = 7, 1e6, sqrt(1000 + u)) as skewed",
            "pow(u / 2000, 2) + 0.003 * (u % 17) as twin",
            "if(u % 20 = 0, 'rare', 'usual') as unbalanced",
            "concat('level ', cast(floor(pow(u / 2000, 2) * 70) as string)) as many",
            "cast(u as double) as even",
            "if(u % 100 = 3, double('Infinity'), sqrt(u + 5)) as infinite",
            "date_format(date_add(date'2024-01-01', int(pow(u / 2000, 2) * 300)), 'yyyy-MM-dd') as day",
            "concat('C', cast(100 + int(pow(u / 2000, 2) * 40) as string)) as code");
  }

  private static List<AlertType> types(Profile profile, String column) {
    return profile.alerts().stream()
        .filter(alert -> column.equals(alert.column()))
        .map(Alert::type)
        .filter(type -> type != HIGH_CORRELATION)
        .toList();
  }

  @Test
  void eachPlantedColumnGetsItsAlertAndNoOther() {
    Profile profile = Profile.of(planted());

    assertThat(types(profile, "key")).containsExactly(UNIQUE);
    assertThat(types(profile, "plain")).containsExactly(UNIQUE);
    assertThat(types(profile, "constant")).containsExactly(CONSTANT);
    assertThat(types(profile, "scarce")).containsExactly(MISSING, CONSTANT);
    assertThat(types(profile, "zeros")).containsExactly(ZEROS);
    assertThat(types(profile, "skewed")).containsExactly(UNIQUE, SKEWED);
    assertThat(types(profile, "unbalanced")).containsExactly(IMBALANCE);
    assertThat(types(profile, "many")).containsExactly(HIGH_CARDINALITY);
    assertThat(types(profile, "even")).containsExactly(UNIQUE, UNIFORM);
    assertThat(types(profile, "infinite")).containsExactly(INFINITE);
    assertThat(types(profile, "day")).containsExactly(TYPE_DATE);
    assertThat(types(profile, "code")).containsExactly(CONSTANT_LENGTH);
    assertThat(profile.alerts(DUPLICATES)).isEmpty();
    assertThat(profile.alerts(HIGH_CORRELATION))
        .anyMatch(alert -> alert.column().equals("plain") && alert.other().equals("twin"));
    assertThat(profile.alertsOf("twin")).extracting(Alert::type).contains(HIGH_CORRELATION);
  }

  @Test
  void rowsThatOccurTwiceAreTold() {
    Dataset<Row> frame = planted();
    Profile profile = Profile.of(frame.union(frame.limit(20)));

    assertThat(profile.alerts(DUPLICATES)).hasSize(1);
    assertThat(profile.alerts(DUPLICATES).get(0).message()).startsWith("20 rows repeat");
    assertThat(types(profile, "key")).isEmpty();
  }

  @Test
  void thresholdsCanBeMoved() {
    Thresholds lenient =
        Thresholds.defaults()
            .withCorrelation(1)
            .withSkewness(1e9)
            .withCardinality(1000)
            .withImbalance(1)
            .withUniform(1)
            .withMissing(0.95)
            .withZeros(0.99);
    Profile profile = Profile.of(planted(), ProfileSettings.defaults().withThresholds(lenient));

    assertThat(profile.alerts())
        .extracting(Alert::type)
        .doesNotContain(
            HIGH_CORRELATION, SKEWED, HIGH_CARDINALITY, IMBALANCE, UNIFORM, MISSING, ZEROS)
        .contains(CONSTANT, UNIQUE, INFINITE, TYPE_DATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-31",
        "2025/1/31",
        "31.01.2025",
        "1/31/2025",
        "2025-01-31T23:59:59Z",
        "2025-01-31 08:00",
        "2025-01-31T08:00:00.123+02:00",
        "31.01.2025 8:00"
      })
  void aTextIsADateInEveryUsualWay(String date) {
    Profile profile = Profile.of(column("day", "string", date, date, "2024-02-29"));

    assertThat(types(profile, "day")).contains(TYPE_DATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025-02-30", "20250131", "2025-01", "1.2.3", "", "2025-01-31 soon", "32.13.2025"})
  void oneTextThatIsNoDateIsEnough(String other) {
    Profile profile = Profile.of(column("day", "string", "2025-01-31", other, "2024-02-29"));

    assertThat(types(profile, "day")).doesNotContain(TYPE_DATE);
  }

  @Test
  void aSeriesThatRepeatsEverySevenDaysIsSeasonalAndATrendIsNotStationary() {
    Dataset<Row> days =
        TestSpark.session()
            .range(0, 300, 1, 3)
            .selectExpr(
                "date_add(date'2025-01-01', int(id)) as day",
                "10 + 5 * sin(2 * pi() * id / 7) + randn(4) as weekly",
                "id * 0.5 + randn(3) as rising",
                "randn(5) as noise")
            .orderBy("weekly");
    Profile profile = Profile.of(days, ProfileSettings.defaults().withTimeColumn("day"));

    assertThat(types(profile, "weekly")).contains(SEASONAL).doesNotContain(NON_STATIONARY);
    assertThat(profile.alerts(SEASONAL))
        .allMatch(alert -> alert.message().contains("every 7 steps"));
    assertThat(types(profile, "rising")).contains(NON_STATIONARY).doesNotContain(SEASONAL);
    assertThat(types(profile, "noise")).doesNotContain(SEASONAL, NON_STATIONARY);
    assertThat(profile.column("weekly").series().points()).isEqualTo(300);
    assertThat(profile.column("day").series()).isNull();
    assertThat(Profile.of(days).column("weekly").series()).isNull();
    assertThat(profile.basis().notes()).anyMatch(note -> note.contains("'day'"));
  }

  @Test
  void moreTimesThanAPictureHoldsArePutTogether() {
    Dataset<Row> minutes =
        TestSpark.session()
            .range(0, 6000, 1, 2)
            .selectExpr("timestamp_seconds(id * 60) as at", "id % 7 as value");
    Profile profile = Profile.of(minutes, ProfileSettings.defaults().withTimeColumn("at"));

    assertThat(profile.column("value").series().points()).isEqualTo(2000);
    assertThat(profile.basis().notes())
        .anyMatch(note -> note.contains("2,000 equal steps of 'at'"));
  }

  @Test
  void everyAlertTypeIsPlantedSomewhere() {
    assertThat(Arrays.asList(AlertType.values()))
        .containsExactlyInAnyOrder(
            AlertType.EMPTY,
            AlertType.UNSUPPORTED,
            DUPLICATES,
            CONSTANT,
            UNIQUE,
            MISSING,
            ZEROS,
            INFINITE,
            SKEWED,
            UNIFORM,
            IMBALANCE,
            HIGH_CARDINALITY,
            HIGH_CORRELATION,
            TYPE_DATE,
            CONSTANT_LENGTH,
            NON_STATIONARY,
            SEASONAL);
  }
}
