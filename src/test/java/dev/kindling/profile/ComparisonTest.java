package dev.kindling.profile;

import static dev.kindling.profile.Frames.column;
import static dev.kindling.profile.Frames.of;
import static dev.kindling.profile.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.TestSpark;
import dev.kindling.profile.report.ColumnDrift;
import dev.kindling.profile.report.DriftAlert;
import dev.kindling.profile.report.DriftType;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Two frames beside each other. */
final class ComparisonTest {

  private static Dataset<Row> numbers(String expression) {
    return TestSpark.session().range(0, 1000, 1, 2).selectExpr(expression + " as x");
  }

  @Test
  void theSameFrameTwiceHasNoDrift() {
    Dataset<Row> frame =
        TestSpark.session()
            .range(0, 1000, 1, 2)
            .selectExpr("id as x", "id % 3 = 0 as flag", "concat('l', id % 4) as level");
    Comparison comparison = Comparison.of(frame, frame);

    assertThat(comparison.alerts()).isEmpty();
    assertThat(comparison.column("x").psi()).isZero();
    assertThat(comparison.column("x").meanDifference()).isZero();
    assertThat(comparison.column("level").jensenShannon()).isZero();
    assertThat(comparison.column("level").psi()).isNull();
    assertThat(comparison.first().title()).isEqualTo("Train");
  }

  /** Tenths of 0 to 999 against numbers that lie 300 higher: three tenths less, .3 more on top. */
  @Test
  void numbersThatMoveHaveAnIndexOverTheDecilesOfTheFirst() {
    Comparison comparison = Comparison.of(numbers("id"), numbers("id + 300"));
    ColumnDrift x = comparison.column("x");
    // Bins 1 to 3 are empty (counted as .0001), 4 to 9 as before, the last has .1 and .4.
    double empty = (0.0001 - 0.1) * Math.log(0.0001 / 0.1);
    double last = (0.4 - 0.1) * Math.log(4);

    assertThat(x.psi()).isCloseTo(3 * empty + last, within(1e-9));
    // 300 over the standard deviation of 0 to 999, which is √(1000 · 1001 / 12)
    assertThat(x.meanDifference()).isCloseTo(300 / Math.sqrt(1000 * 1001 / 12.0), within(1e-9));
    assertThat(types(comparison)).containsExactly(DriftType.NUMBERS_MOVED, DriftType.MEAN_MOVED);
    assertThat(comparison.alerts().get(1).message())
        .isEqualTo("'x' has a mean in Test that is 1.04 standard deviations above that of Train.");
  }

  @Test
  void aValueFarOutOfTheOldRangeIsTold() {
    assertThat(types(Comparison.of(numbers("id"), numbers("if(id = 5, 5000, id)"))))
        .containsExactly(DriftType.RANGE_LEFT);
  }

  @Test
  void categoriesThatComeAndGoAreNamed() {
    Comparison comparison =
        Comparison.of(
            column("c", "string", "a", "a", "a", "a", "b", "b", null, "b"),
            column("c", "string", "a", "a", "new", "new", "a", "a", null, "a"));

    assertThat(comparison.column("c").newValues()).containsExactly("new");
    assertThat(comparison.column("c").goneValues()).containsExactly("b");
    assertThat(types(comparison))
        .containsExactly(
            DriftType.CATEGORIES_MOVED, DriftType.CATEGORY_NEW, DriftType.CATEGORY_GONE);
  }

  @Test
  void columnsTypesAndGapsThatDifferAreTold() {
    Comparison comparison =
        Comparison.of(
            of("gone int, typed int, gaps int", List.of(row(1, 1, 1), row(2, 2, 2), row(2, 1, 2))),
            of(
                "typed string, gaps int, added int",
                List.of(row("1", null, 1), row("2", 2, 1), row("2", 1, 2))));

    assertThat(comparison.alerts())
        .extracting(DriftAlert::type, DriftAlert::column)
        .contains(
            org.assertj.core.groups.Tuple.tuple(DriftType.COLUMN_GONE, "gone"),
            org.assertj.core.groups.Tuple.tuple(DriftType.TYPE_CHANGED, "typed"),
            org.assertj.core.groups.Tuple.tuple(DriftType.MISSING_MOVED, "gaps"),
            org.assertj.core.groups.Tuple.tuple(DriftType.COLUMN_NEW, "added"));
    assertThat(comparison.columns())
        .extracting(ColumnDrift::name)
        .containsExactly("gone", "typed", "gaps", "added");
    assertThatThrownBy(() -> comparison.column("none")).hasMessageContaining("'none'");
  }

  @Test
  void emptyFramesAndColumnsGiveNoFigures() {
    Comparison comparison =
        Comparison.of(numbers("id"), numbers("cast(null as bigint)").filter("x > 0"));

    assertThat(comparison.column("x").psi()).isNull();
    assertThat(comparison.alerts()).isEmpty();
    assertThat(comparison.toJson()).doesNotContain("NaN").contains("\"version\" : 1");
  }

  @Test
  void aComparisonStartsTheJobsOfTwoProfiles() throws Exception {
    Dataset<Row> frame = numbers("id").localCheckpoint();

    assertThat(JobListener.jobs(() -> Comparison.of(frame, frame))).isEqualTo(4);
  }

  private static List<DriftType> types(Comparison comparison) {
    return comparison.alerts().stream().map(DriftAlert::type).toList();
  }
}
