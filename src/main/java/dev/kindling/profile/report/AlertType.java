package dev.kindling.profile.report;

/** What a profile warns of. */
public enum AlertType {
  /** The frame has no row, or the column no value. */
  EMPTY,
  /** Rows occur more than once. */
  DUPLICATES,
  /** All values are the same. */
  CONSTANT,
  /** No two values are the same and none is missing: an identifier, perhaps. */
  UNIQUE,
  /** Cells are null. */
  MISSING,
  /** Values are zero. */
  ZEROS,
  /** Values are Infinity or -Infinity. */
  INFINITE,
  /** A few values are very far out on one side. */
  SKEWED,
  /** All bins or categories are equally frequent, more than chance would make them. */
  UNIFORM,
  /** A category takes nearly all. */
  IMBALANCE,
  /** Many categories. */
  HIGH_CARDINALITY,
  /** Two columns say much the same. */
  HIGH_CORRELATION,
  /** Texts that are all dates. */
  TYPE_DATE,
  /** Texts of the same length: a code, perhaps. */
  CONSTANT_LENGTH,
  /** The profile cannot look into this type. */
  UNSUPPORTED,
  /** A time series that wanders or has a trend. */
  NON_STATIONARY,
  /** A time series that repeats itself. */
  SEASONAL
}
