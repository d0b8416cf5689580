package day2.imputation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.AnswerError;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Filling text columns in plain Java: as it should be, and as known mistakes have it. */
record CategoryFills(Table train, Table df, List<String> asLevel, List<String> byMode) {

  private static final String LEVEL = "Missing";

  Table right() {
    return fill(column -> LEVEL, column -> mode(train.column(column)));
  }

  /** The modes of the rows to fill. */
  Table ownModes() {
    return fill(column -> LEVEL, column -> mode(df.column(column)));
  }

  /** The modes of train and the rows to fill together. */
  Table modesOfAll() {
    return fill(
        column -> LEVEL,
        column ->
            mode(
                Stream.concat(train.column(column).stream(), df.column(column).stream()).toList()));
  }

  /** The modes of those rows of train that have no gap in any column. */
  Table modesOfCompleteRows() {
    Table complete = NamedRows.complete(train, train.columns());
    return fill(column -> LEVEL, column -> mode(complete.column(column)));
  }

  /** Nothing learned: every gap is the level. */
  Table levelForMode() {
    return fill(column -> LEVEL, column -> LEVEL);
  }

  /** No level: every gap is the mode. */
  Table modeForLevel() {
    return fill(column -> mode(train.column(column)), column -> mode(train.column(column)));
  }

  private static Object mode(List<Object> column) {
    return new Values(column).mode();
  }

  private Table fill(Function<String, Object> level, Function<String, Object> mode) {
    Map<String, Object> fills = new LinkedHashMap<>();
    asLevel.forEach(column -> fills.put(column, level.apply(column)));
    byMode.forEach(column -> fills.put(column, mode.apply(column)));
    List<Map<String, Object>> rows = NamedRows.of(df);
    for (Map<String, Object> row : rows) {
      row.replaceAll((column, value) -> value == null ? fills.get(column) : value);
    }
    return NamedRows.table(rows);
  }

  /** Judges what filling gave; {@code dfFrame} may have more columns than {@code df}. */
  void judge(ImputationLab lab, Dataset<Row> trainFrame, Dataset<Row> dfFrame) {
    String nullIsTheMode =
        "Null is the most frequent entry of %s in train, and `groupBy(…).count()` counts it like a level. So the \"mode\" is null, and there is nothing to fill with. Use `mode(…)`, which ignores nulls, or filter them out before you count."
            .formatted(names(byMode));
    Dataset<Row> filled;
    try {
      filled = lab.fillCategories(trainFrame, dfFrame, asLevel, byMode);
    } catch (AnswerError e) {
      if (!worksWithoutNulls(lab, trainFrame, dfFrame)) {
        throw e;
      }
      expect(e.getCause().getClass().getSimpleName())
          .as("what came of it")
          .toBe("a filled frame")
          .diagnose("mode-counts-null", outcome -> true, nullIsTheMode);
      return;
    }
    String[] shown = df.columns().toArray(String[]::new);
    expect(filled).as("the filled frame").toContainColumns(shown);
    expect(compute("the filled frame", () -> filled.selectExpr(shown)))
        .as("the filled frame")
        .toHaveRows(right())
        .diagnose("mode-counts-null", frame -> hasGaps(frame, byMode), nullIsTheMode)
        .diagnose(
            "own-statistic",
            this::ownModes,
            "The gaps hold the most frequent level of the rows that are filled, not of train. A model in use sees one row at a time, and that has no mode. Learn the mode from `train`.")
        .diagnose(
            "fit-on-all-rows",
            this::modesOfAll,
            "The gaps hold the most frequent level of train and the other rows together: the filling has seen the future. Learn the mode from `train` alone.")
        .diagnose(
            "complete-rows-only",
            this::modesOfCompleteRows,
            "The gaps hold the most frequent level of those rows of train that have no gap anywhere: `na().drop()` without column names throws a row away for a gap in any column. Leave out only the rows in which the column itself is null.")
        .diagnose(
            "level-for-mode",
            this::levelForMode,
            "Every gap became the text `Missing`, also those of %s, which are to be filled with the mode of train."
                .formatted(names(byMode)))
        .diagnose(
            "mode-for-level",
            this::modeForLevel,
            "Every gap became the mode, also those of %s. There a gap is to be a level of its own, `Missing`, so that a model can learn what it means."
                .formatted(names(asLevel)))
        .diagnose(
            "fills-every-column",
            frame -> !hasGaps(frame, List.of("note")),
            "Columns that nobody asked for were filled as well: `na().fill(\"…\")` without column names fills every text column. Name the columns, or pass a map.");
  }

  /** Whether what failed works when no null can be taken for the most frequent level. */
  private boolean worksWithoutNulls(
      ImputationLab lab, Dataset<Row> trainFrame, Dataset<Row> dfFrame) {
    Dataset<Row> told = trainFrame.na().drop(byMode.toArray(String[]::new));
    try {
      lab.fillCategories(told, dfFrame, asLevel, byMode);
      return true;
    } catch (AnswerError e) {
      return false;
    }
  }

  private static boolean hasGaps(Dataset<Row> frame, List<String> columns) {
    return columns.stream().anyMatch(column -> !frame.where(col(column).isNull()).isEmpty());
  }

  private static String names(List<String> columns) {
    return "`" + String.join("`, `", columns) + "`";
  }
}
