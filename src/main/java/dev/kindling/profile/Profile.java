package dev.kindling.profile;

import dev.kindling.profile.page.ProfilePage;
import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.Basis;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Correlations;
import dev.kindling.profile.report.Overview;
import dev.kindling.profile.report.ProfileSettings;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A profile of a frame: overview, columns, correlations, alerts. Plain data, with no Spark type in
 * it.
 *
 * <p>Making one starts <b>two Spark jobs</b>, and a third if a time column is named, whatever the
 * number of columns and rows; an empty frame needs one. (Jobs that the frame's own plan starts,
 * such as the sampling of a sort or the stages of adaptive execution, come on top.) The frame is
 * read once per job, so cache what is costly to compute. Memory does not grow with the rows.
 *
 * <p>What is counted is counted in all rows. Quantiles are exact below 16,384 rows and approximate
 * beyond, with a bound that the report states; Spearman's correlation and Cramér's V come from a
 * random sample, if there are more than 10,000 rows. {@link #basis} says which it was.
 *
 * @param version of the JSON: 1
 * @param title what the report is called
 * @param overview the frame as a whole
 * @param basis what the figures were taken from
 * @param alerts what is worth a look: first of the frame, then of columns from left to right, then
 *     of pairs
 * @param columns in the order of the frame
 * @param correlations how columns go together
 * @param settings what it was made with
 */
public record Profile(
    int version,
    String title,
    Overview overview,
    Basis basis,
    List<Alert> alerts,
    List<ColumnProfile> columns,
    Correlations correlations,
    ProfileSettings settings) {

  static final int VERSION = 1;

  public Profile {
    alerts = List.copyOf(alerts);
    columns = List.copyOf(columns);
  }

  /** The profile of a frame, with the usual settings. */
  public static Profile of(Dataset<Row> frame) {
    return of(frame, ProfileSettings.defaults());
  }

  /**
   * The profile of a frame.
   *
   * @throws IllegalArgumentException when the time column of the settings is not in the frame, or
   *     holds no time
   */
  public static Profile of(Dataset<Row> frame, ProfileSettings settings) {
    return new ProfileMaker(settings).make(frame).profile();
  }

  /**
   * A column's profile.
   *
   * @throws IllegalArgumentException when the frame has no such column
   */
  public ColumnProfile column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no column '%s'; there are %s."
                        .formatted(name, columns.stream().map(ColumnProfile::name).toList())));
  }

  /** The alerts of a type. */
  public List<Alert> alerts(AlertType type) {
    return alerts.stream().filter(alert -> alert.type() == type).toList();
  }

  /** The alerts that concern a column, alone or in a pair. */
  public List<Alert> alertsOf(String column) {
    return alerts.stream().filter(alert -> alert.concerns(column)).toList();
  }

  /**
   * The profile as JSON, version 1: an object with the components of this record, and so on
   * downwards, in their order. A figure that does not exist is null; no number is NaN or infinite.
   */
  public String toJson() {
    return ReportJson.of(this);
  }

  /**
   * The profile as a page of HTML that needs nothing else: no script, nothing from the network.
   * Write it to a file and open that.
   */
  public String toHtml() {
    return new ProfilePage(title, overview, basis, alerts, columns, correlations).render();
  }
}
