package day2.outliers;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Precision and recall of flags in plain Java: as they should be, and as known mistakes have them.
 *
 * @param flagged the rows with their flags
 * @param outlierIds the ids of all true outliers
 * @param flags the flags to judge
 */
record FlagQuality(Rows flagged, List<Integer> outlierIds, List<String> flags) {

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "division-by-zero",
              error -> error.hasCondition("DIVIDE_BY_ZERO"),
              "A flag that is set in no row has no precision: 0 of 0. In Spark 4 a division by zero is an error, as the SQL standard has it. `try_divide` gives null instead.");

  /** The four fields of a confusion matrix. */
  private record Counts(double hits, double falseAlarms, double missed, double quiet) {

    Double precision() {
      return share(hits, hits + falseAlarms);
    }

    Double recall() {
      return share(hits, hits + missed);
    }

    double accuracy() {
      return (hits + quiet) / (hits + falseAlarms + missed + quiet);
    }

    private static Double share(double part, double all) {
      return all == 0 ? null : (Double) (part / all);
    }
  }

  private Counts count(String flag) {
    Set<Object> truth = new HashSet<>(outlierIds);
    double[] counts = new double[4];
    flagged
        .cells()
        .forEach(
            row -> {
              boolean isTrue = truth.contains(row.get("id"));
              boolean isFlagged = (Boolean) row.get(flag);
              counts[isTrue ? (isFlagged ? 0 : 2) : (isFlagged ? 1 : 3)]++;
            });
    return new Counts(counts[0], counts[1], counts[2], counts[3]);
  }

  private Table right() {
    return table(Counts::missed, Counts::precision, Counts::recall);
  }

  private Table table(
      Function<Counts, Double> missed,
      Function<Counts, Double> precision,
      Function<Counts, Double> recall) {
    List<List<Object>> lines = new ArrayList<>();
    for (String flag : flags) {
      Counts counts = count(flag);
      lines.add(
          Arrays.asList(
              flag,
              (long) (counts.hits() + counts.falseAlarms()),
              (long) counts.hits(),
              missed.apply(counts).longValue(),
              precision.apply(counts),
              recall.apply(counts)));
    }
    return new Table(List.of("flag", "flagged", "hits", "missed", "precision", "recall"), lines);
  }

  private static double orZero(Double share) {
    return share == null ? 0 : share;
  }

  /** Every listed id counts as an outlier, also one that is not among the rows. */
  private Table ofAllIds() {
    double all = new HashSet<>(outlierIds).size();
    return table(c -> all - c.hits(), Counts::precision, c -> c.hits() / all);
  }

  /** The same, with the number of missed rows right. */
  private Table recallOfAllIds() {
    double all = new HashSet<>(outlierIds).size();
    return table(Counts::missed, Counts::precision, c -> c.hits() / all);
  }

  /** Rows with the same id count once. */
  private Table ofDistinctIds() {
    Set<Object> seen = new HashSet<>();
    return new FlagQuality(flagged.where(row -> seen.add(row.get("id"))), outlierIds, flags)
        .right();
  }

  /** Judges what judging gave. */
  void judge(Supplier<Dataset<Row>> judging) {
    ERRORS.during(() -> judge(judging.get()));
  }

  private void judge(Dataset<Row> judged) {
    String absent =
        "The recall counts ids that are not among the rows: nobody could have flagged them. Divide by the true outliers of `flagged`, not by the length of the list.";
    expect(judged)
        .as("the quality of the flags")
        .toHaveRows(right())
        .diagnose(
            "precision-recall-swapped",
            () -> table(Counts::missed, Counts::recall, Counts::precision),
            "Precision and recall are swapped. Precision asks how many of the flagged rows are outliers; recall asks how many of the outliers are flagged.")
        .diagnose(
            "accuracy-for-precision",
            () -> table(Counts::missed, Counts::accuracy, Counts::recall),
            "The precision is an accuracy: the share of all rows that were judged rightly. With so few outliers, even a flag that is never set would have a high one. Divide the hits by the flagged rows alone.")
        .diagnose(
            "zero-for-null",
            () -> table(Counts::missed, c -> orZero(c.precision()), c -> orZero(c.recall())),
            "A flag that is set in no row was given a precision of 0, as if it had been wrong. It was not asked: 0 of 0 is unknown, so null. `try_divide` does that.")
        .diagnose(
            "twins-counted-once",
            this::ofDistinctIds,
            "Rows with the same id were counted once. Here a row is what is flagged and what a model learns from, so both count: count rows, not ids.")
        .diagnose("absent-ids-counted", this::ofAllIds, absent)
        .diagnose("absent-ids-counted", this::recallOfAllIds, absent)
        .diagnose(
            "false-alarms-for-missed",
            () -> table(Counts::falseAlarms, Counts::precision, Counts::recall),
            "`missed` holds the false alarms: rows with the flag that are no outliers. Missed are the outliers without the flag.");
  }
}
