package dev.kindling.profile;

import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Correlations;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.Overview;
import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.profile.report.SeriesSummary;
import dev.kindling.profile.scan.ColumnScan;
import dev.kindling.profile.scan.FrameScan;
import dev.kindling.profile.scan.Reading;
import dev.kindling.profile.scan.Recount;
import dev.kindling.profile.scan.Scanner;
import dev.kindling.profile.scan.SeriesScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/** Runs the passes over a frame and makes its profile. */
final class ProfileMaker {

  /**
   * A profile with what it was made of, which a comparison needs.
   *
   * @param profile the result
   * @param scan the first pass
   */
  record Made(Profile profile, FrameScan scan) {}

  private final ProfileSettings settings;

  ProfileMaker(ProfileSettings settings) {
    this.settings = settings;
  }

  Made make(Dataset<Row> frame) {
    List<StructField> fields = Arrays.asList(frame.schema().fields());
    int time = timeColumn(fields);
    Scanner scanner = new Scanner(frame, settings);
    FrameScan scan = scanner.scan();
    Recount recount =
        scan.rows() == 0 || fields.isEmpty()
            ? new Recount(scan.rows(), Map.of())
            : scanner.recount(scan);
    SeriesScan series = time < 0 || scan.rows() == 0 ? null : scanner.series(scan, time);

    List<ColumnProfile> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(
          new ColumnMaker(fields.get(i), scan.columns().get(i), recount.columns().get(i), settings)
              .make(series(series, i)));
    }
    Overview overview = overview(fields, scan, recount, columns);
    Correlations correlations = new Correlating(scan, columns, settings).make();
    List<Alert> alerts =
        new AlertRules(settings.thresholds()).alerts(overview, columns, correlations);
    return new Made(
        new Profile(
            Profile.VERSION,
            settings.title(),
            overview,
            new BasisNotes(scan, columns, settings).basis(series),
            alerts,
            columns,
            correlations,
            settings),
        scan);
  }

  private int timeColumn(List<StructField> fields) {
    String name = settings.timeColumn();
    if (name == null) {
      return -1;
    }
    List<String> names = fields.stream().map(StructField::name).toList();
    int place = names.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(
          "The time column '%s' is not in the frame; it has %s.".formatted(name, names));
    }
    Reading reading = Reading.of(fields.get(place).dataType());
    if (!reading.time() && !reading.numeric()) {
      throw new IllegalArgumentException(
          "The time column '%s' is of the type %s: convert it to a date, a timestamp or a number."
              .formatted(name, fields.get(place).dataType().simpleString()));
    }
    return place;
  }

  private @Nullable SeriesSummary series(@Nullable SeriesScan series, int column) {
    return series == null || !series.columns().contains(column)
        ? null
        : new SeriesMaker(settings.lags()).make(series.series(column));
  }

  private static Overview overview(
      List<StructField> fields, FrameScan scan, Recount recount, List<ColumnProfile> columns) {
    Map<Kind, Integer> kinds = new EnumMap<>(Kind.class);
    columns.forEach(column -> kinds.merge(column.kind(), 1, Integer::sum));
    long bytes = 0;
    for (int i = 0; i < fields.size(); i++) {
      ColumnScan column = scan.columns().get(i);
      bytes +=
          column.texts() == null
              ? fields.get(i).dataType().defaultSize() * column.count()
              : column.texts().characters() + Integer.BYTES * column.count();
    }
    return Overview.of(
        scan.rows(),
        fields.size(),
        scan.columns().stream().mapToLong(ColumnScan::missing).sum(),
        scan.rows() - recount.distinctRows(),
        bytes,
        kinds);
  }
}
