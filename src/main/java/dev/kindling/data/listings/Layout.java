package dev.kindling.data.listings;

import dev.kindling.data.Draws;
import dev.kindling.data.Streams;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which rows of the draft go where. A draft row is one listing; a duplicate is the same draft row
 * taken twice.
 *
 * @param train the draft rows of the train frame, in random order, duplicates twice
 * @param test the draft rows of the test frame, likewise
 * @param canary the draft rows of the canary frame
 * @param duplicates the draft rows that occur twice
 * @param outliers the draft rows of each kind of outlier
 * @param testOnly the draft rows, all of test, of the category that train does not have
 */
record Layout(
    int[] train,
    int[] test,
    int[] canary,
    int[] duplicates,
    Map<Outlier, int[]> outliers,
    int[] testOnly) {

  static final int TRAIN_ROWS = 5400;
  static final int TEST_ROWS = 1800;
  static final int CANARY_ROWS = 400;
  static final int TRAIN_DUPLICATES = 45;
  static final int TEST_DUPLICATES = 15;
  static final int LISTINGS =
      TRAIN_ROWS - TRAIN_DUPLICATES + TEST_ROWS - TEST_DUPLICATES + CANARY_ROWS;

  private static final int PRICE_OUTLIERS = 12;
  private static final int NIGHTS_OUTLIERS = 8;
  private static final int TEST_ONLY_ROWS = 24;
  private static final int TEST_START = TRAIN_ROWS - TRAIN_DUPLICATES;
  private static final int CANARY_START = TEST_START + TEST_ROWS - TEST_DUPLICATES;

  static Layout draw(Streams streams) {
    // Special rows are picked without overlap: cut from one shuffled list per part.
    int[] train = shuffled(streams.draws("layout train"), 0, TEST_START);
    int[] test = shuffled(streams.draws("layout test"), TEST_START, CANARY_START);
    int trainNights = 2 * PRICE_OUTLIERS;
    int trainTwice = trainNights + NIGHTS_OUTLIERS;
    int testTwice = NIGHTS_OUTLIERS;
    int testOnly = testTwice + TEST_DUPLICATES;

    Map<Outlier, int[]> outliers = new EnumMap<>(Outlier.class);
    outliers.put(Outlier.PRICE_ZERO, Arrays.copyOfRange(train, 0, PRICE_OUTLIERS));
    outliers.put(Outlier.PRICE_HUGE, Arrays.copyOfRange(train, PRICE_OUTLIERS, trainNights));
    outliers.put(
        Outlier.MINIMUM_NIGHTS_HUGE,
        both(
            Arrays.copyOfRange(train, trainNights, trainTwice),
            Arrays.copyOfRange(test, 0, testTwice)));
    int[] twiceInTrain = Arrays.copyOfRange(train, trainTwice, trainTwice + TRAIN_DUPLICATES);
    int[] twiceInTest = Arrays.copyOfRange(test, testTwice, testOnly);
    return new Layout(
        reordered(streams.draws("order train"), both(train, twiceInTrain)),
        reordered(streams.draws("order test"), both(test, twiceInTest)),
        IntStream.range(CANARY_START, LISTINGS).toArray(),
        both(twiceInTrain, twiceInTest),
        outliers,
        Arrays.copyOfRange(test, testOnly, testOnly + TEST_ONLY_ROWS));
  }

  static Part part(int row) {
    return row < TEST_START ? Part.TRAIN : row < CANARY_START ? Part.TEST : Part.CANARY;
  }

  /** Train and test rows together, in random order. */
  int[] all(Streams streams) {
    return reordered(streams.draws("order all"), both(train, test));
  }

  private static int[] shuffled(Draws draws, int from, int to) {
    return Arrays.stream(draws.permutation(to - from)).map(row -> row + from).toArray();
  }

  private static int[] reordered(Draws draws, int[] rows) {
    return Arrays.stream(draws.permutation(rows.length)).map(i -> rows[i]).toArray();
  }

  /** The rows without their duplicates. */
  static int[] once(int... rows) {
    return Arrays.stream(rows).distinct().toArray();
  }

  static int[] both(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
  }
}
