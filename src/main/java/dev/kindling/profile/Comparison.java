package dev.kindling.profile;

import dev.kindling.profile.page.ComparisonPage;
import dev.kindling.profile.page.ComparisonPage.Side;
import dev.kindling.profile.report.ColumnDrift;
import dev.kindling.profile.report.DriftAlert;
import dev.kindling.profile.report.DriftThresholds;
import dev.kindling.profile.report.DriftType;
import dev.kindling.profile.report.ProfileSettings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two frames of the same columns beside each other, such as train and test: what a model has
 * learned from the first, and what it meets in the second. Plain data.
 *
 * <p>Starts twice the jobs of a {@link Profile}: four. Columns are matched by name.
 *
 * @param version of the JSON: 1
 * @param first the profile of the first frame
 * @param second the profile of the second
 * @param alerts differences worth a look, in the order of the columns
 * @param columns the first frame's columns in order, then those that only the second has
 * @param thresholds of the alerts
 */
public record Comparison(
    int version,
    Profile first,
    Profile second,
    List<DriftAlert> alerts,
    List<ColumnDrift> columns,
    DriftThresholds thresholds) {

  public Comparison {
    alerts = List.copyOf(alerts);
    columns = List.copyOf(columns);
  }

  /** Compares two frames, called Train and Test, with the usual settings. */
  public static Comparison of(Dataset<Row> train, Dataset<Row> test) {
    ProfileSettings settings = ProfileSettings.defaults();
    return of(
        train,
        settings.withTitle("Train"),
        test,
        settings.withTitle("Test"),
        DriftThresholds.defaults());
  }

  /** Compares two frames; their titles are those of the settings. */
  public static Comparison of(
      Dataset<Row> first,
      ProfileSettings firstSettings,
      Dataset<Row> second,
      ProfileSettings secondSettings,
      DriftThresholds thresholds) {
    return new Comparing(
            new ProfileMaker(firstSettings).make(first),
            new ProfileMaker(secondSettings).make(second),
            thresholds)
        .make();
  }

  /**
   * A column's drift.
   *
   * @throws IllegalArgumentException when no frame has such a column
   */
  public ColumnDrift column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no column '%s'; there are %s."
                        .formatted(name, columns.stream().map(ColumnDrift::name).toList())));
  }

  /** The alerts of a type. */
  public List<DriftAlert> alerts(DriftType type) {
    return alerts.stream().filter(alert -> alert.type() == type).toList();
  }

  /** The comparison as JSON, version 1: the components of this record, and so on downwards. */
  public String toJson() {
    return ReportJson.of(this);
  }

  /** The comparison as a page of HTML that needs nothing else. */
  public String toHtml() {
    return new ComparisonPage(side(first), side(second), alerts, columns).render();
  }

  private static Side side(Profile profile) {
    return new Side(
        profile.title(), profile.overview().rows(), profile.columns(), profile.basis().notes());
  }
}
