package dev.kindling.data.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.DataContext;
import dev.kindling.data.TestSpark;
import dev.kindling.data.Values;
import dev.kindling.profile.Comparison;
import dev.kindling.profile.Profile;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.DriftAlert;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted is there for every seed, and a profile finds exactly that. */
final class SurveyTest {

  @TempDir private static Path cache;

  private static Survey survey(long seed) {
    return new Survey(new DataContext(TestSpark.session(), seed, cache));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 7, 1234, 99, 2026})
  void aProfileFindsWhatIsPlantedAndNothingElse(long seed) {
    Survey survey = survey(seed);
    Profile profile = Profile.of(survey.answers());
    Map<String, Set<String>> found =
        profile.alerts().stream()
            .filter(alert -> alert.type() != AlertType.HIGH_CORRELATION)
            .collect(
                Collectors.groupingBy(
                    Alert::column,
                    TreeMap::new,
                    Collectors.mapping(alert -> alert.type().name(), Collectors.toSet())));

    assertThat(found).isEqualTo(new TreeMap<>(survey.truth().alerts()));
    assertThat(profile.alerts(AlertType.HIGH_CORRELATION))
        .extracting(Alert::column, Alert::other)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                SurveyTruth.TWINS.get(0), SurveyTruth.TWINS.get(1)));
    assertThat(profile.correlations().pearson().of("distance_km", "minutes"))
        .isBetween(0.95, 0.985);
    assertThat(
            profile.columns().stream()
                .collect(Collectors.toMap(ColumnProfile::name, c -> c.kind().label())))
        .isEqualTo(survey.truth().kinds());
  }

  /** Later answers have later days and higher numbers. */
  private static final Set<String> ALWAYS_NEW = Set.of("sailed_on", "answer_id");

  @ParameterizedTest
  @ValueSource(longs = {42, 7, 1234, 99, 2026})
  void aComparisonFindsWhatMovedInAutumnAndNothingElse(long seed) {
    Survey survey = survey(seed);
    Map<String, Set<String>> found =
        Comparison.of(survey.answers(), survey.autumn()).alerts().stream()
            .filter(alert -> !ALWAYS_NEW.contains(alert.column()))
            .collect(
                Collectors.groupingBy(
                    DriftAlert::column,
                    TreeMap::new,
                    Collectors.mapping(alert -> alert.type().name(), Collectors.toSet())));

    assertThat(found).isEqualTo(new TreeMap<>(survey.truth().drift()));
  }

  @Test
  void theRawFrameHasFortyAnswersTwice() {
    Survey survey = survey(42);
    Profile raw = Profile.of(survey.raw());

    assertThat(raw.overview().rows()).isEqualTo(2040);
    assertThat(raw.overview().duplicateRows()).isEqualTo(40);
    assertThat(raw.alertsOf("answer_id")).isEmpty();
    assertThat(raw.column("answer_id").distinct()).isEqualTo(2000);
    assertThat(survey.truth().raw().size()).isEqualTo(2040);
  }

  @Test
  void framesHoldTheRowsOfTheTruth() {
    Survey survey = survey(7);

    assertThat(survey.answers().count()).isEqualTo(2000);
    assertThat(survey.autumn().count()).isEqualTo(600);
    assertThat(survey.canary().count()).isEqualTo(300);
    assertThat(survey.canary().schema()).isEqualTo(Survey.SCHEMA);
    assertThat(new Values(survey.truth().canary().column("age")).mean())
        .isEqualTo(survey.canary().selectExpr("avg(age)").first().getDouble(0));
  }
}
