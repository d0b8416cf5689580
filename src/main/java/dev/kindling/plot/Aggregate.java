package dev.kindling.plot;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/** One number for many values. */
public enum Aggregate {
  /** How many values there are; nulls do not count. */
  COUNT,
  SUM,
  MEAN,
  /** The value in the middle, exactly, as Spark's {@code median}. */
  MEDIAN,
  MIN,
  MAX;

  Column of(Column values) {
    return switch (this) {
      case COUNT -> functions.count(values).cast("double");
      case SUM -> functions.sum(values);
      case MEAN -> functions.avg(values);
      case MEDIAN -> functions.median(values);
      case MIN -> functions.min(values);
      case MAX -> functions.max(values);
    };
  }

  /** The word for it, as in {@code median price}. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
