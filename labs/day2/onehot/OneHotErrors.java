package day2.onehot;

import dev.kindling.check.KnownErrors;

/** The errors that Spark raises around categories, and the mistakes behind them. */
final class OneHotErrors {

  /** What can go wrong with any pipeline of this lab. */
  static final KnownErrors ANY =
      KnownErrors.none()
          .diagnose(
              "encoder-on-text",
              error -> error.says("must be of type numeric but was actually of type string"),
              "A `OneHotEncoder` was given the text itself: \"Column … must be of type numeric but was actually of type string\". It turns an index into a vector, so a `StringIndexer` comes first, and the encoder reads `<col>Index`.")
          .diagnose(
              "unseen-fails",
              error -> error.says("Unseen label|StringIndexer encountered NULL value"),
              "The indexer met a value that train does not have, or a null, and stopped: handleInvalid is \"error\" unless you say otherwise. Later rows will have such values, and a model in use must answer. Call setHandleInvalid(\"keep\").")
          .diagnose(
              "unseen-fails",
              error -> error.says("Unseen value"),
              "The encoder met a category that train does not have, and stopped: handleInvalid is \"error\" unless you say otherwise, for the encoder as well. It needs an answer for unknown levels. Call setHandleInvalid(\"keep\") on it, too.")
          .diagnose(
              "bins-too-few",
              error -> error.says("requires maxBins"),
              "\"DecisionTree requires maxBins to be at least as large as the number of values in each categorical feature.\" A tree holds one bin per category, 32 unless you say otherwise. A column of n levels has n + 1 categories, since an indexer that keeps has one for unknown values. Call setMaxBins.");

  private OneHotErrors() {}
}
