package day2.profiling;

import static dev.kindling.check.Expect.expect;

/**
 * The right advice, and what known mistakes make of it.
 *
 * @param right as it should be
 * @param bothRows the rows of both frames together
 * @param twin the first column of the pair of which the second goes
 * @param added the column with a new category
 */
record AdviceTable(Advice right, long bothRows, String twin, String added) {

  void judge(Advice advice) {
    expect(advice)
        .as("the advice")
        .toBe(right)
        .diagnose(
            "both-frames",
            wrong -> wrong.rows() == bothRows,
            wrong ->
                "The profile was made of %,d rows, those of both frames. What a model may know is in train alone: profile train, and compare the other frame with it."
                    .formatted(wrong.rows()))
        .diagnose(
            "sample-for-the-whole",
            wrong -> wrong.rows() < right.rows(),
            wrong ->
                "The profile was made of %,d of the %,d rows. A sample misses what is rare: two bookings of a whole boat, the last gap. `Profile` samples by itself where it must, and its basis says so; give it all rows."
                    .formatted(wrong.rows(), right.rows()))
        .diagnose(
            "compared-backwards",
            wrong -> !wrong.drifted().contains(added) && wrong.drop().equals(right.drop()),
            "'%s' is not among the drifted columns, though the later rows have a category that train has not. Seen the other way round, from the later rows to train, it is only a category that is gone: compare train (first) with later (second)."
                .formatted(added))
        .diagnose(
            "both-of-a-pair",
            wrong -> wrong.drop().contains(twin),
            "'%s' is dropped together with the column that says the same, so both are gone and what they say with them. Keep the first of a pair: an alert of HIGH_CORRELATION concerns both, and `other()` is the second."
                .formatted(twin))
        .diagnose(
            "alerts-overlooked",
            wrong ->
                right.drop().containsAll(wrong.drop()) && wrong.drop().size() < right.drop().size(),
            wrong ->
                "Something is missing in `drop`: %s. Look at every alert named in the task, and at `other()` of the pairs."
                    .formatted(
                        right.drop().stream().filter(c -> !wrong.drop().contains(c)).toList()))
        .diagnose(
            "listed-twice",
            wrong ->
                wrong.drifted().stream()
                    .anyMatch(c -> right.drop().contains(c) || right.convert().contains(c)),
            "A column that goes, or becomes a date, is listed as drifted too. Nobody has to look at its drift any more: leave it out there.");
  }
}
