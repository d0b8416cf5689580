package dev.kindling.profile.report;

/** What a comparison warns of. */
public enum DriftType {
  /** The second frame lacks the column. */
  COLUMN_GONE,
  /** The first frame lacks the column. */
  COLUMN_NEW,
  /** The column has another Spark type. */
  TYPE_CHANGED,
  /** Other shares of cells are missing. */
  MISSING_MOVED,
  /** Numbers are spread differently over the deciles of the first frame. */
  NUMBERS_MOVED,
  /** The means are apart. */
  MEAN_MOVED,
  /** Values of the second frame are outside of the range of the first. */
  RANGE_LEFT,
  /** Categories have other shares. */
  CATEGORIES_MOVED,
  /** The second frame has categories that the first has not: an encoder will not know them. */
  CATEGORY_NEW,
  /** The first frame has categories that the second has not. */
  CATEGORY_GONE
}
