package dev.kindling.data.listings;

/** The kinds of planted outliers; no listing is of two kinds. */
public enum Outlier {
  /** The price is 0; only in train rows. */
  PRICE_ZERO,
  /** The price is above 10,000 dollars; only in train rows. */
  PRICE_HUGE,
  /** The minimum stay is 100,000,000 nights; in train and in test rows. */
  MINIMUM_NIGHTS_HUGE
}
